import { z } from 'zod'
import { instant, localDateSchema } from '../time'
import type { CalendarYear, ProductionCalendar } from './productionCalendar'
import type { CalendarRevision } from './revisions'

const actSchema = z.strictObject({
  kind: z.enum(['government', 'president']),
  number: z.string().min(1).max(20),
  date: localDateSchema,
})

const holidaySchema = z.enum([
  'newYear',
  'christmas',
  'defenderDay',
  'womensDay',
  'labourDay',
  'victoryDay',
  'russiaDay',
  'unityDay',
])

const specialDayOffSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('holiday'), holiday: holidaySchema }),
  z.strictObject({ kind: z.literal('movedByAct'), from: localDateSchema.nullable(), act: actSchema.nullable() }),
  z.strictObject({ kind: z.literal('movedByStatute'), from: localDateSchema, holiday: holidaySchema }),
  z.strictObject({ kind: z.literal('nonWorking'), act: actSchema.nullable() }),
  z.strictObject({ kind: z.literal('local'), note: z.string().min(1).max(200) }),
])

/** One year at a door; whether it makes sense as a year is `checkYear`'s to say. */
export const calendarYearSchema = z.strictObject({
  year: z.int().min(1990).max(2150),
  basis: z.enum(['decree', 'import', 'manual', 'statute']),
  act: actSchema.nullable(),
  daysOff: z.array(z.strictObject({ date: localDateSchema, reason: specialDayOffSchema })).max(366),
  workingWeekends: z
    .array(z.strictObject({ date: localDateSchema, worksAs: localDateSchema, act: actSchema.nullable() }))
    .max(60),
  shortDays: z.array(localDateSchema).max(60),
}) satisfies z.ZodType<CalendarYear>

/** A calendar at a door. */
export const productionCalendarSchema = z.strictObject({
  version: z.string().min(1).max(100),
  years: z.array(calendarYearSchema).min(1).max(160),
  nonWorkingDaysAreOff: z.boolean(),
}) satisfies z.ZodType<ProductionCalendar>

/** One correction of the calendar at a door. */
export const calendarRevisionSchema = z.strictObject({
  version: z.string().min(1).max(100),
  kind: z.enum(['import', 'hand', 'return']),
  madeAt: z.int().transform(instant),
  by: z.string().max(200),
  reason: z.string().max(1000),
  before: z.strictObject({
    version: z.string().min(1).max(100),
    years: z.array(z.strictObject({ year: z.int(), was: calendarYearSchema.nullable() })).max(160),
    nonWorkingDaysAreOff: z.boolean(),
  }),
}) satisfies z.ZodType<CalendarRevision>
