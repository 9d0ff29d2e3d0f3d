import { useCallback, useMemo, useRef } from 'react'
import type { z } from 'zod'
import { useDraft } from '../../ui/draft/useDraft'
import { changedNames, overtakenNames, readTyped, typeOver, writeTyped } from './settingsDraft'

export interface SettingsDraft<T> {
  readonly values: T
  /** What saving would change. */
  readonly changed: readonly (keyof T & string)[]
  /** Of those, what another changed meanwhile. */
  readonly overtaken: readonly (keyof T & string)[]
  set(change: Partial<T>): void
  discard(): void
}

/** A form over settings that others change too: only what was touched here is the form's, the rest follows `current`. */
export function useSettingsDraft<T extends object>(key: string, fields: { readonly [K in keyof T]: z.ZodType<T[K]> }, current: T): SettingsDraft<T> {
  const draft = useDraft(key)
  const typed = useMemo(() => readTyped(draft.text, fields), [draft.text, fields])
  const values = useMemo(() => ({ ...current, ...typed.own }), [current, typed])
  const { set: setText } = draft
  // Two changes in one go build on each other.
  const latest = useRef({ typed, current })
  latest.current = { typed, current }
  const set = useCallback(
    (change: Partial<T>) => {
      latest.current.typed = typeOver(latest.current.typed, change, latest.current.current)
      setText(writeTyped(latest.current.typed))
    },
    [setText],
  )
  return { values, changed: changedNames(typed, current), overtaken: overtakenNames(typed, current), set, discard: draft.discard }
}
