import { Alert, Box, Button, Typography } from '@mui/material'
import { useState, type ReactNode } from 'react'
import { ru } from '../../i18n/ru'
import { settings } from '../../i18n/ru/settings'
import { useApplication } from '../../ui/applicationContext'
import { useDesktop } from '../../ui/desktop'
import { useInstantFormat } from '../../ui/formatContext'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { Section } from '../../ui/Section'
import { useRestore } from '../../ui/useRestore'
import { EraseBlock } from './EraseBlock'

const words = settings.backup
type Outcome = { readonly severity: 'success' | 'info' | 'warning' | 'error'; readonly text: string; readonly list?: readonly string[] }

/** Everything to one file and back, the check of the journal, and the erasure. */
export function BackupSection() {
  const application = useApplication()
  const desktop = useDesktop()
  const format = useInstantFormat()
  const restore = useRestore()
  const { running, run, cancel } = useLongWork()
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const attempt = async (work: () => Promise<Outcome | null>) => {
    setOutcome(null)
    try {
      setOutcome(await work())
    } catch (failure) {
      // What the person has stopped ends in the signal's reason.
      if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure
      setOutcome({ severity: 'info', text: words.cancelled })
    }
  }
  const exportAll = async (): Promise<Outcome | null> => {
    const content = await run(words.exporting, (work) => application.exportEverything(work))
    const date = format.date(application.clock.now()).split('.').reverse().join('-')
    const saved = await desktop.call('files.save', { suggestedName: words.fileName(date), filters: [{ name: ru.common.exportKind, extensions: ['zip'] }], content })
    if (saved.ok) return { severity: 'success', text: words.exported(saved.value.path) }
    return saved.error.reason === 'cancelled' ? null : { severity: 'error', text: saved.error.message }
  }
  const restoreAll = async (): Promise<Outcome | null> => {
    const restored = await run(words.restoring, restore)
    switch (restored.how) {
      case 'restored': return { severity: restored.refused.length > 0 ? 'warning' : 'success', text: words.restored(restored.added, restored.present), list: restored.refused }
      case 'failed': return { severity: 'error', text: restored.message }
      case 'cancelled': return null
    }
  }
  const check = async (): Promise<Outcome | null> => {
    const found = await run(words.checking, (work) => application.checkJournal(work))
    if (found.cancelled) return { severity: 'info', text: words.checkCancelled }
    const sound = found.findings.length + found.chains.length + found.mendedCases === 0
    return sound ? { severity: 'success', text: words.checked(found.events) } : { severity: 'warning', text: words.found(found.findings.length, found.chains.length, found.mendedCases) }
  }
  const busy = running !== null
  return (
    <>
      {running !== null && <WorkProgress running={running} onCancel={cancel} />}
      {outcome !== null && (
        <Alert severity={outcome.severity} onClose={() => setOutcome(null)}>
          {outcome.text}
          {outcome.list !== undefined && outcome.list.length > 0 && (
            <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 200, overflow: 'auto' }} aria-label={words.refused}>{outcome.list.map((line, index) => <li key={index}>{line}</li>)}</Box>
          )}
        </Alert>
      )}
      <Deed title={words.export} hint={words.exportHint} button={<Button variant="contained" disabled={busy} onClick={() => void attempt(exportAll)}>{words.export}</Button>} />
      <Deed title={words.restore} hint={words.restoreHint} button={<Button variant="outlined" disabled={busy} onClick={() => void attempt(restoreAll)}>{words.restore}</Button>} />
      <Deed title={words.check} hint={words.checkHint} button={<Button variant="outlined" disabled={busy} onClick={() => void attempt(check)}>{words.check}</Button>} />
      <EraseBlock disabled={busy} />
    </>
  )
}

function Deed({ title, hint, button }: { title: string; hint: string; button: ReactNode }) {
  return (
    <Section title={title}>
      <Typography variant="body2" sx={{ mb: 1 }}>{hint}</Typography>
      {button}
    </Section>
  )
}
