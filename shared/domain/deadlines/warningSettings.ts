import { z } from 'zod'

/** When a running deadline is warned of. The breach is told whenever warnings are on at all. */
export const warningSettings = z.object({
  /** At half of what a term on the working or the elapsed clock has. */
  half: z.boolean().default(true),
  /** With so many minutes left, counted by the deadline's own clock. */
  minutes: z.array(z.int().min(1).max(480)).max(6).default([30, 10]),
  /** On the day clock: one working hour before nobody works any more until the deadline. */
  lastHour: z.boolean().default(true),
})
export type WarningSettings = Readonly<z.infer<typeof warningSettings>>

export const defaultWarnings: WarningSettings = warningSettings.parse({})
