import { RU_CALENDAR, type ProductionCalendar } from '../../shared/domain/calendar'
import {
  openRulebook,
  ORDER_685,
  SCHEDULE_PRESETS,
  type Regulation,
  type RegulationRules,
  type RulesInForce,
  type Schedule,
  type SchedulePresetId,
} from '../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, localDate, parseInstant, type Instant, type OfficeZone } from '../../shared/domain/time'

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

/** The order's rules with some of them read differently, in force whenever the message was placed. */
export function rulesWith(choice: Choice = {}): RulesInForce {
  const { schedule = '40', departments = [], calendar = RU_CALENDAR, zone = KRASNOYARSK, rules } = choice
  const regulation: Regulation = { ...ORDER_685, validFrom: localDate('2000-01-01'), rules: { ...ORDER_685.rules, ...rules } }
  const office = typeof schedule === 'string' ? SCHEDULE_PRESETS[schedule] : schedule
  const opened = openRulebook({ zone, regulations: [regulation], schedules: [office, ...departments], calendar })
  return opened.inForceAt(at('2026-11-24T10:00', zone))!
}
