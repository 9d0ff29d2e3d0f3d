import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { RU_CALENDAR, type ProductionCalendar } from '../../../shared/domain/calendar'
import {
  caseFacts,
  NO_APPEAL,
  openRulebook,
  ORDER_685,
  regulationSchema,
  SCHEDULE_PRESETS,
  scheduleSchema,
  type CaseFacts,
  type CaseKind,
  type Regulation,
  type RulesInForce,
  type Schedule,
} from '../../../shared/domain/deadlines'
import {
  DEFAULT_OFFICE_ZONE,
  instant,
  localDate,
  parseInstant,
  parseOfficeZone,
  type Instant,
  type OfficeZone,
} from '../../../shared/domain/time'

/** A mistake in one case, in words for the person who wrote it. */
export class InputError extends Error {}

const instants = z.union([z.string(), z.array(z.string())])

const inputSchema = z.looseObject({
  placed: z.string(),
  received: z.string().optional(),
  forwarded: instants.optional(),
  submitted: instants.optional(),
  returned: instants.optional(),
  published: z.string().optional(),
  refused: z.string().optional(),
  kind: z.enum(['answer', 'siteLink', 'explanation', 'refusal', 'appeal', 'duplicate']).optional(),
  emergency: z.union([z.boolean(), z.string()]).optional(),
  handedOver: z.string().optional(),
  registered: z.string().optional(),
  extended: z.string().optional(),
  schedule: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  regulation: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  zone: z.string().optional(),
  nonWorkingDays: z.boolean().optional(),
  now: z.string().optional(),
})

type Input = z.infer<typeof inputSchema>

/** The fields of a case that the command reads; others are handed back untouched. */
export const FIELDS: readonly string[] = Object.keys(inputSchema.shape)

export interface ReadCase {
  readonly facts: CaseFacts
  readonly rules: RulesInForce
  readonly zone: OfficeZone
  readonly now: Instant | null
}

// A year earlier or later than these is a slip of the hand.
const EARLIEST = Date.UTC(2000, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

/** Reads one case; throws an InputError in Russian when it cannot be understood. */
export function readCase(raw: unknown): ReadCase {
  const parsed = inputSchema.safeParse(raw)
  if (!parsed.success) throw new InputError(complaint(parsed.error))
  const input = parsed.data
  const zone = zoneOf(input.zone)
  const at = (field: string, text: string): Instant => readInstant(field, text, zone)
  const one = (field: keyof Input & string): Instant | null => {
    const text = input[field]
    return typeof text === 'string' ? at(field, text) : null
  }
  const many = (field: 'forwarded' | 'submitted' | 'returned'): Instant[] => {
    const value = input[field]
    if (value === undefined) return []
    return (typeof value === 'string' ? [value] : value).map((text) => at(field, text)).sort((a, b) => a - b)
  }
  const placedAt = at('placed', input.placed)
  const facts = caseFacts({
    placedAt,
    receivedAt: one('received'),
    kind: (input.kind ?? 'answer') satisfies CaseKind,
    forwardings: many('forwarded').map((each) => ({ at: each, department: null })),
    submissions: many('submitted').map((each) => ({ at: each, department: null })),
    returns: many('returned').map((each) => ({ at: each, department: null })),
    publishedAt: one('published'),
    refusedAt: one('refused'),
    emergencyFlaggedAt: input.emergency === true ? placedAt : one('emergency'),
    appeal: appealOf(one),
  })
  checkOrder(facts)
  return { facts, zone, now: one('now'), rules: rulesFor(input, zone) }
}

function appealOf(one: (field: 'handedOver' | 'registered' | 'extended') => Instant | null): CaseFacts['appeal'] {
  const [handedOverAt, registeredAt, extendedAt] = [one('handedOver'), one('registered'), one('extended')]
  return handedOverAt === null && registeredAt === null ? null : { ...NO_APPEAL, handedOverAt, registeredAt, extendedAt }
}

function checkOrder(facts: CaseFacts): void {
  const check = (field: string, at: Instant | null): void => {
    if (at !== null && at < facts.placedAt) throw new InputError(`${field}: раньше, чем сообщение размещено (placed)`)
  }
  check('received', facts.receivedAt)
  for (const { at } of facts.forwardings) check('forwarded', at)
  for (const { at } of facts.submissions) check('submitted', at)
  for (const { at } of facts.returns) check('returned', at)
  check('published', facts.publishedAt)
  check('refused', facts.refusedAt)
  check('emergency', facts.emergencyFlaggedAt)
}

function complaint(error: z.ZodError): string {
  const issue = error.issues[0]!
  const field = issue.path.join('.')
  if (field === '') return 'случай должен быть объектом с полем placed'
  if (field === 'placed') return 'placed: нужен момент размещения, например 2026-11-27T16:30'
  if (field === 'kind') return 'kind: answer, siteLink, explanation, refusal, appeal или duplicate'
  return `${field}: значение не того вида`
}

function readInstant(field: string, text: string, zone: OfficeZone): Instant {
  const read = parseInstant(text, zone)
  if (!read.ok) {
    throw new InputError(
      read.error === 'no-such-local-time'
        ? `${field}: «${text}» — такого времени не было, часы в этот час переводили`
        : `${field}: «${text}» — не момент времени; пример: 2026-11-27T16:30 или 2026-11-27T16:30:00+07:00`,
    )
  }
  if (read.value < EARLIEST || read.value >= LATEST) throw new InputError(`${field}: «${text}» — годы от 2000 до 2099`)
  return instant(read.value)
}

function zoneOf(text: string | undefined): OfficeZone {
  if (text === undefined) return DEFAULT_OFFICE_ZONE
  const zone = parseOfficeZone(text)
  if (!zone.ok) throw new InputError(`zone: «${text}» — неизвестный часовой пояс; пример: Asia/Krasnoyarsk`)
  return zone.value
}

const CALENDARS: Readonly<Record<'false' | 'true', ProductionCalendar>> = {
  false: RU_CALENDAR,
  true: { ...RU_CALENDAR, nonWorkingDaysAreOff: true },
}

const opened = new Map<string, RulesInForce>()

/** The same rules for the same words: ten thousand cases must not compile ten thousand calendars. */
function rulesFor(input: Input, zone: OfficeZone): RulesInForce {
  const calendar = CALENDARS[input.nonWorkingDays === true ? 'true' : 'false']
  const key = JSON.stringify([input.schedule, input.regulation, zone, calendar.nonWorkingDaysAreOff])
  let rules = opened.get(key)
  if (!rules) {
    const schedule: Schedule = { ...scheduleFor(input.schedule), department: null, validFrom: null, validTo: null }
    // A rehearsal may be set before the order's own date: the regulation that was asked for applies whenever the message is placed.
    const regulation: Regulation = { ...regulationFor(input.regulation), validFrom: localDate('1990-01-01'), validTo: null }
    rules = openRulebook({ zone, regulations: [regulation], schedules: [schedule], calendar }).inForceAt(instant(EARLIEST))!
    opened.set(key, rules)
  }
  return rules
}

function readJson(field: string, file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new InputError(`${field}: файл «${file}» не читается`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError(`${field}: в файле «${file}» не JSON`)
  }
}

function scheduleFor(given: Input['schedule']): Schedule {
  if (given === undefined) return SCHEDULE_PRESETS['40']
  if (typeof given === 'string' && Object.hasOwn(SCHEDULE_PRESETS, given)) {
    return SCHEDULE_PRESETS[given as keyof typeof SCHEDULE_PRESETS]
  }
  const raw = typeof given === 'string' ? readJson('schedule', given) : given
  const defaults = { id: 'custom', title: 'Свой график', department: null, validFrom: null, validTo: null, shortDayMinutes: 60 }
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const own = typeof raw === 'object' && raw !== null ? raw : {}
  const week = 'week' in own && typeof own.week === 'object' && own.week !== null ? spelledOut({ ...closed, ...own.week }) : undefined
  const parsed = scheduleSchema.safeParse({ ...defaults, ...own, week })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const reasons: Readonly<Record<string, string>> = {
    'intervals-overlap': 'промежутки пересекаются или идут не по порядку',
    'no-working-time': 'в неделе нет рабочего времени',
    'not-a-time': 'время пишется как 08:00',
    'validity-reversed': 'срок действия кончается раньше, чем начинается',
  }
  throw new InputError(`schedule.${issue.path.join('.')}: ${reasons[issue.message] ?? 'график записан неверно'}`)
}

/** `"08:00-12:00"` is an interval, too. */
const spelledOut = (week: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(week).map(([day, intervals]) => [day, Array.isArray(intervals) ? intervals.map(intervalOf) : intervals]),
  )

function intervalOf(written: unknown): unknown {
  if (typeof written !== 'string') return written
  const [from, to] = written.split(/\s*[-–]\s*/)
  return { from, to }
}

function regulationFor(given: Input['regulation']): Regulation {
  if (given === undefined) return ORDER_685
  const raw = typeof given === 'string' ? readJson('regulation', given) : given
  const parsed = regulationSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new InputError(`regulation.${parsed.error.issues[0]!.path.join('.')}: регламент записан неверно`)
}
