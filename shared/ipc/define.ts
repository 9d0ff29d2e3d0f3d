import { z } from 'zod'

/** A question of the window to the main process. `reasons` are the expected ways to fail, beyond the common ones. */
export interface CallDefinition {
  readonly argument: z.ZodType
  readonly value: z.ZodType
  readonly reasons: readonly string[]
}

/** The ways any call may fail: an argument its schema refuses, a page that is not ours, a fault that the log file names. */
export const commonReasons = ['badArgument', 'foreignSender', 'fault'] as const

export const call = <A extends z.ZodType, V extends z.ZodType, const R extends string = never>(definition: {
  argument: A
  value: V
  reasons?: readonly R[]
}): { readonly argument: A; readonly value: V; readonly reasons: readonly R[] } => ({ reasons: [], ...definition })

/** For calls without an argument or without an answer. */
export const nothing = z.undefined()

/** Bytes as they cross the bridge; never more than `max`. */
export const bytes = (max: number): z.ZodType<Uint8Array> =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= max, { message: `bytes, at most ${max}` })
