import { useCallback, useMemo, useRef } from 'react'
import type { z } from 'zod'
import { useDraft, type Draft } from './useDraft'

export interface DraftForm<T> {
  readonly values: T
  readonly status: Draft['status']
  set(change: Partial<T>): void
  discard(): void
  flush(): Promise<void>
}

/**
 * Several fields of one dialog kept as one draft. The draft is parsed like anything that comes from the disk: fields that
 * an older or newer program wrote otherwise fall back to `initial` one by one.
 */
export function useDraftForm<T extends object>(key: string, fields: { readonly [K in keyof T]: z.ZodType<T[K]> }, initial: T): DraftForm<T> {
  const draft = useDraft(key)
  const values = useMemo(() => parseValues(draft.text, fields, initial), [draft.text, fields, initial])
  const { set: setText } = draft
  // Two changes in one go, or one that ends after further letters, build on what is there by then.
  const latest = useRef(values)
  latest.current = values
  const set = useCallback(
    (change: Partial<T>) => {
      latest.current = { ...latest.current, ...change }
      setText(JSON.stringify(latest.current))
    },
    [setText],
  )
  return { values, status: draft.status, set, discard: draft.discard, flush: draft.flush }
}

function parseValues<T extends object>(text: string, fields: { readonly [K in keyof T]: z.ZodType<T[K]> }, initial: T): T {
  const stored = readRecord(text)
  if (stored === null) return initial
  const values = { ...initial }
  for (const name of Object.keys(fields) as (keyof T & string)[]) {
    if (!Object.hasOwn(stored, name)) continue
    const parsed = fields[name].safeParse(stored[name])
    if (parsed.success) values[name] = parsed.data
  }
  return values
}

function readRecord(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch (error) {
    // A half-written draft of another version is no reason to refuse the dialog: it begins anew.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
