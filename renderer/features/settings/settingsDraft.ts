import type { z } from 'zod'

/** What was typed into a form, and over what: the fields that nobody touched are in neither. */
export interface TypedOver<T> {
  readonly own: Partial<T>
  readonly base: Partial<T>
}
type Fields<T> = { readonly [K in keyof T]: z.ZodType<T[K]> }

const namesOf = <T extends object>(record: Partial<T>) => Object.keys(record) as (keyof T & string)[]

/** Parsed like anything that comes from the disk, field by field. One that knows no base was made of what stands now. */
export function readTyped<T extends object>(text: string, fields: Fields<T>): TypedOver<T> {
  const stored = readRecord(text)
  return { own: parsed(stored, fields), base: parsed(isRecord(stored['base']) ? stored['base'] : {}, fields) }
}

export const writeTyped = <T extends object>({ own, base }: TypedOver<T>): string => (namesOf<T>(own).length === 0 ? '' : JSON.stringify({ ...own, base }))

/** `change` typed while `current` stood. A field that is again as it was found is not touched any more. */
export function typeOver<T extends object>({ own, base }: TypedOver<T>, change: Partial<T>, current: T): TypedOver<T> {
  const typed: TypedOver<T> = { own: { ...own, ...change }, base: { ...pick(current, namesOf<T>({ ...own, ...change })), ...base } }
  const touched = namesOf<T>(typed.own).filter((name) => typed.own[name] !== typed.base[name])
  return { own: pick(typed.own, touched), base: pick(typed.base, touched) }
}

/** The fields that a person changed and that do not stand so already. */
export const changedNames = <T extends object>({ own }: TypedOver<T>, current: T): readonly (keyof T & string)[] => namesOf<T>(own).filter((name) => own[name] !== current[name])

/** Of those, the ones that somebody else changed as well since they were touched here. */
export const overtakenNames = <T extends object>(typed: TypedOver<T>, current: T): readonly (keyof T & string)[] =>
  changedNames(typed, current).filter((name) => Object.hasOwn(typed.base, name) && typed.base[name] !== current[name])

export function pick<T extends object>(from: Partial<T>, names: readonly (keyof T & string)[]): Partial<T> {
  const picked: Partial<T> = {}
  for (const name of names) picked[name] = from[name]
  return picked
}

function parsed<T extends object>(stored: Readonly<Record<string, unknown>>, fields: Fields<T>): Partial<T> {
  const values: Partial<T> = {}
  for (const name of Object.keys(fields) as (keyof T & string)[]) {
    if (!Object.hasOwn(stored, name)) continue
    const read = fields[name].safeParse(stored[name])
    if (read.success) values[name] = read.data
  }
  return values
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function readRecord(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch (error) {
    // A half-written draft of another version is no reason to refuse the form: it begins anew.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
