import { RU_CALENDAR, type ProductionCalendar } from '../../../shared/domain/calendar'
import {
  openRulebook,
  ORDER_685,
  regulationSchema,
  SCHEDULE_PRESETS,
  scheduleSchema,
  type Regulation,
  type RulesInForce,
  type Schedule,
} from '../../../shared/domain/deadlines'
import { instant, localDate, type OfficeZone } from '../../../shared/domain/time'
import { InputError, readJsonFile } from './inputFile'

/** By which rules a case is computed, as it was written: a preset's name, a file's, or the thing itself. */
export interface RulesInput {
  readonly schedule?: string | number | Readonly<Record<string, unknown>> | undefined
  readonly regulation?: string | Readonly<Record<string, unknown>> | undefined
  readonly nonWorkingDays?: boolean | undefined
}

const CALENDARS: Readonly<Record<'false' | 'true', ProductionCalendar>> = {
  false: RU_CALENDAR,
  true: { ...RU_CALENDAR, nonWorkingDaysAreOff: true },
}

// The dates of validity are set aside below, so that one placement speaks for all.
const ANY_PLACEMENT = instant(Date.UTC(2000, 0, 1))

const opened = new Map<string, RulesInForce>()

/** The same rules for the same words: ten thousand cases must not compile ten thousand calendars. */
export function rulesFor(input: RulesInput, zone: OfficeZone): RulesInForce {
  const calendar = CALENDARS[input.nonWorkingDays === true ? 'true' : 'false']
  const key = JSON.stringify([input.schedule, input.regulation, zone, calendar.nonWorkingDaysAreOff])
  let rules = opened.get(key)
  if (!rules) {
    const schedule: Schedule = { ...scheduleFor(input.schedule), department: null, validFrom: null, validTo: null }
    // A rehearsal may be set before the order's own date: the regulation that was asked for applies whenever the message is placed.
    const regulation: Regulation = { ...regulationFor(input.regulation), validFrom: localDate('1990-01-01'), validTo: null }
    rules = openRulebook({ zone, regulations: [regulation], schedules: [schedule], calendar }).inForceAt(ANY_PLACEMENT)!
    opened.set(key, rules)
  }
  return rules
}

function fromFile(field: string, file: string, otherwise = ''): unknown {
  try {
    return readJsonFile(file)
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${field}: ${otherwise}${error.message}`)
    throw error
  }
}

function scheduleFor(given: RulesInput['schedule']): Schedule {
  if (given === undefined) return SCHEDULE_PRESETS['40']
  const name = typeof given === 'object' ? null : String(given)
  if (name !== null && Object.hasOwn(SCHEDULE_PRESETS, name)) return SCHEDULE_PRESETS[name as keyof typeof SCHEDULE_PRESETS]
  const presets = Object.keys(SCHEDULE_PRESETS).join(', ')
  const raw = name === null ? given : fromFile('schedule', name, `нет графика «${name}» (есть ${presets}), и `)
  const defaults = { id: 'custom', title: 'Свой график', department: null, validFrom: null, validTo: null, shortDayMinutes: 60 }
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const own = typeof raw === 'object' && raw !== null ? raw : {}
  const week = 'week' in own && typeof own.week === 'object' && own.week !== null ? spelledOut({ ...closed, ...own.week }) : undefined
  const parsed = scheduleSchema.safeParse({ ...defaults, ...own, week })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const reasons: Readonly<Record<string, string>> = {
    'intervals-overlap': 'промежутки пересекаются или идут не по порядку; смена через полночь пишется двумя: 22:00-24:00 и, в следующий день, 00:00-06:00',
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

/** The order with what a file writes down otherwise: a reading, a number, or a whole regulation of its own. */
function regulationFor(given: RulesInput['regulation']): Regulation {
  if (given === undefined) return ORDER_685
  const raw = typeof given === 'string' ? fromFile('regulation', given) : given
  if (!isRecord(raw)) throw new InputError('regulation: нужен объект, например {"rules": {"answer": {"clock": "elapsed"}}}')
  const parsed = regulationSchema.safeParse(amended(ORDER_685, raw))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const unknown = issue.code === 'unrecognized_keys' ? `нет такого поля: ${issue.keys.join(', ')}` : 'регламент записан неверно'
  throw new InputError(`${['regulation', ...issue.path].join('.')}: ${unknown}`)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const amended = (order: object, changes: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const whole: Record<string, unknown> = { ...order }
  for (const [key, value] of Object.entries(changes)) {
    const was = Object.hasOwn(whole, key) ? whole[key] : undefined
    whole[key] = isRecord(was) && isRecord(value) ? amended(was, value) : value
  }
  return whole
}
