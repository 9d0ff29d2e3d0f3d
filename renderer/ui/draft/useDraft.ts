import { useCallback, useEffect, useRef, useState } from 'react'
import { useApplication } from '../applicationContext'
import { DraftWriter, type DraftStatus } from './draftWriter'

export interface Draft {
  /** What is in the field. */
  readonly text: string
  readonly status: DraftStatus
  set(text: string): void
  /** Call once the words are in the journal. */
  discard(): void
  /** Writes at once what waits to be written. */
  flush(): Promise<void>
}

/**
 * Words being typed, kept in the draft store under `key` as they are typed and brought back from there.
 * `initial` is what the field begins with when there is no draft. Keys: `<caseId>/<action>` and `<screen>/<field>`.
 */
export function useDraft(key: string, initial = ''): Draft {
  const { drafts } = useApplication()
  const [text, setText] = useState(initial)
  const [status, setStatus] = useState<DraftStatus>('loading')
  const latest = useRef({ text: initial, touched: false })
  const writer = useRef<DraftWriter | null>(null)
  const first = useRef(initial)

  useEffect(() => {
    let alive = true
    writer.current = new DraftWriter(drafts, key, (next) => alive && setStatus(next))
    latest.current = { text: first.current, touched: false }
    setStatus('loading')
    drafts.load(key).then(
      (stored) => {
        // Letters typed before the draft came are newer than it.
        if (!alive || latest.current.touched) return
        latest.current = { text: stored ?? first.current, touched: false }
        setText(latest.current.text)
        setStatus(stored === undefined ? 'untouched' : 'saved')
      },
      () => alive && setStatus('failed'),
    )
    const flush = () => void writer.current?.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      alive = false
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [drafts, key])

  const set = useCallback((next: string) => {
    latest.current = { text: next, touched: true }
    setText(next)
    void writer.current?.write(next)
  }, [])
  const discard = useCallback(() => {
    latest.current = { text: first.current, touched: false }
    setText(first.current)
    void writer.current?.discard()
  }, [])
  const flush = useCallback(async () => {
    await writer.current?.flush()
  }, [])
  return { text, status, set, discard, flush }
}
