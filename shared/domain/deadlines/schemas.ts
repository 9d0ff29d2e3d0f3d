import { z } from 'zod'
import { productionCalendarSchema } from '../calendar'
import { localDateSchema, officeZoneSchema } from '../time'
import type { Regulation } from './regulation'
import type { Rulebook } from './rulebook'
import { minuteOf, type Schedule, type WorkInterval } from './schedule'
import { warningSettings } from './warningSettings'

const minuteText = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not-a-time')

const inOrder = (intervals: readonly WorkInterval[]): boolean =>
  intervals.every(({ from, to }, index) => {
    const previous = intervals[index - 1]
    return minuteOf(from) < minuteOf(to) && (!previous || minuteOf(previous.to) <= minuteOf(from))
  })

const intervalsSchema = z
  .array(z.strictObject({ from: minuteText, to: minuteText }))
  .max(12)
  .refine(inOrder, 'intervals-overlap')

// Less than an hour a week would put a twelve-hour term years away; no office works so.
const LEAST_WEEKLY_MINUTES = 60

const weekSchema = z
  .strictObject({
    mon: intervalsSchema,
    tue: intervalsSchema,
    wed: intervalsSchema,
    thu: intervalsSchema,
    fri: intervalsSchema,
    sat: intervalsSchema,
    sun: intervalsSchema,
  })
  .refine((week) => {
    const minutes = Object.values(week).flatMap((day) => day.map(({ from, to }) => minuteOf(to) - minuteOf(from)))
    return minutes.reduce((sum, each) => sum + each, 0) >= LEAST_WEEKLY_MINUTES
  }, 'no-working-time')

const validitySchema = { validFrom: localDateSchema.nullable(), validTo: localDateSchema.nullable() }

const endsAfterItBegins = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): boolean =>
  validFrom === null || validTo === null || validFrom <= validTo

/** A schedule at a door: intervals in order and apart, dates of validity in order, at least an hour a week. */
export const scheduleSchema = z
  .strictObject({
    id: z.string().min(1).max(100),
    title: z.string().min(1).max(200),
    department: z.string().min(1).max(100).nullable(),
    ...validitySchema,
    week: weekSchema,
    shortDayMinutes: z.int().min(0).max(240),
  })
  .refine(endsAfterItBegins, 'validity-reversed') satisfies z.ZodType<Schedule>

const hoursRule = {
  clause: z.string().min(1).max(100),
  // Half-hours are conceivable; a term beyond a month of hours is a slip of the hand.
  hours: z.number().positive().max(744).multipleOf(0.25),
  clock: z.enum(['working', 'day', 'elapsed']),
}

const days = z.int().min(1).max(366)

const rulesSchema = z.strictObject({
  triage: z.strictObject({ ...hoursRule, from: z.enum(['placed', 'received']) }),
  answer: z.strictObject({ ...hoursRule, from: z.enum(['forwarded', 'placed']) }),
  rework: z.strictObject({ ...hoursRule, budget: z.enum(['each', 'shared']) }),
  total: z.strictObject({ ...hoursRule, from: z.enum(['placed', 'forwarded']) }),
  publication: z.strictObject({
    ...hoursRule,
    from: z.enum(['placed', 'received']),
    floorHours: hoursRule.hours.nullable(),
  }),
  explanation: z.strictObject({ ...hoursRule, alsoAnswer: z.boolean() }),
  emergency: z.strictObject({
    clause: hoursRule.clause,
    from: z.enum(['flagged', 'placed']),
    answerHours: hoursRule.hours,
    triageHours: hoursRule.hours,
    clock: hoursRule.clock,
  }),
  appeal: z.strictObject({
    clause: hoursRule.clause,
    registrationDays: days,
    registrationClause: hoursRule.clause,
    forwardingDays: days,
    forwardingClause: hoursRule.clause,
    answerDays: days,
    extensionDays: days,
    answerClause: hoursRule.clause,
  }),
})

/** A regulation at a door. */
export const regulationSchema = z
  .strictObject({
    id: z.string().min(1).max(100),
    number: z.string().min(1).max(50),
    date: localDateSchema,
    title: z.string().min(1).max(300),
    validFrom: localDateSchema,
    validTo: localDateSchema.nullable(),
    rules: rulesSchema,
    warnings: warningSettings.optional(),
  })
  .refine(endsAfterItBegins, 'validity-reversed') satisfies z.ZodType<Regulation>

/** All that the administrator sets about deadlines, at a door. */
export const rulebookSchema = z.strictObject({
  zone: officeZoneSchema,
  regulations: z.array(regulationSchema).min(1).max(100),
  schedules: z.array(scheduleSchema).min(1).max(1000),
  calendar: productionCalendarSchema,
}) satisfies z.ZodType<Rulebook>
