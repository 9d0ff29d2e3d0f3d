import { RU_CALENDAR, type ProductionCalendar } from '../../shared/domain/calendar'
import {
  openRulebook,
  ORDER_685,
  SCHEDULE_PRESETS,
  WEEKDAY_KEYS,
  type Regulation,
  type RegulationRules,
  type RulesInForce,
  type Schedule,
  type SchedulePresetId,
} from '../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, localDate, parseInstant, parseOfficeZone, type Instant, type OfficeZone } from '../../shared/domain/time'
import type { OracleSchedule } from './deadlineOracle'

/** A zone by a name that is known to exist. */
export function officeZone(name: string): OfficeZone {
  const zone = parseOfficeZone(name)
  if (!zone.ok) throw new Error(name)
  return zone.value
}

const text = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The engine's form of one of the oracle's schedules: the preset of that name, or its hours spelled out. */
export function scheduleOfOracle({ name, week }: OracleSchedule): Schedule {
  if (name in SCHEDULE_PRESETS) return SCHEDULE_PRESETS[name as SchedulePresetId]
  const hours = WEEKDAY_KEYS.map((key, index) => [key, week[index]!.map(([from, to]) => ({ from: text(from), to: text(to) }))])
  return { ...SCHEDULE_PRESETS['40'], id: name, week: Object.fromEntries(hours) as Schedule['week'] }
}

export const KRASNOYARSK = DEFAULT_OFFICE_ZONE

/** An instant from the wall clock of a zone, Krasnoyarsk's unless told otherwise. */
export function at(text: string, zone: OfficeZone = KRASNOYARSK): Instant {
  const parsed = parseInstant(text, zone)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error}`)
  return parsed.value
}

interface Choice {
  readonly schedule?: SchedulePresetId | Schedule
  readonly departments?: readonly Schedule[]
  readonly calendar?: ProductionCalendar
  readonly zone?: OfficeZone
  readonly rules?: Partial<RegulationRules>
}

const known = new Map<string, RulesInForce>()

/** The order's rules with some of them read differently, in force whenever the message was placed. Compiled once for equal choices. */
export function rulesWith(choice: Choice = {}): RulesInForce {
  const key = JSON.stringify(choice)
  const rules = known.get(key) ?? openRules(choice)
  known.set(key, rules)
  return rules
}

function openRules(choice: Choice): RulesInForce {
  const { schedule = '40', departments = [], calendar = RU_CALENDAR, zone = KRASNOYARSK, rules } = choice
  const regulation: Regulation = { ...ORDER_685, validFrom: localDate('2000-01-01'), rules: { ...ORDER_685.rules, ...rules } }
  const office = typeof schedule === 'string' ? SCHEDULE_PRESETS[schedule] : schedule
  const opened = openRulebook({ zone, regulations: [regulation], schedules: [office, ...departments], calendar })
  return opened.inForceAt(at('2026-11-24T10:00', zone))!
}
