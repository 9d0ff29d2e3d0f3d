import type { ProductionCalendar } from '../calendar'
import { localDateOf, type Instant, type LocalDate, type OfficeZone } from '../time'
import type { DepartmentId } from './facts'
import type { Regulation } from './regulation'
import type { Schedule } from './schedule'
import { compile, type WorkingTime } from './workingTime'

/** Everything that the administrator sets and that deadlines depend on; plain data with dates of validity. */
export interface Rulebook {
  readonly zone: OfficeZone
  readonly regulations: readonly Regulation[]
  /** The administration's schedules (`department: null`) and the departments' own ones. */
  readonly schedules: readonly Schedule[]
  readonly calendar: ProductionCalendar
}

/** The rules that apply to one message: those in force on the date it was placed. */
export interface RulesInForce {
  readonly zone: OfficeZone
  readonly regulation: Regulation
  readonly calendar: ProductionCalendar
  /** The operator's time. */
  readonly office: WorkingTime
  /** A department's own time, or the operator's where it has none; `answer` and `rework` are worked by it. */
  readonly timeOf: (department: DepartmentId) => WorkingTime
}

/** A rulebook with its schedules compiled as they are needed, each once. */
export interface OpenRulebook {
  readonly rulebook: Rulebook
  /** The rules for a message placed then; null when no regulation or no office schedule was in force on that date. */
  readonly inForceAt: (placedAt: Instant) => RulesInForce | null
}

interface Dated {
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

/** Of those valid on the date the one that came into force last. */
function inForce<T extends Dated>(candidates: readonly T[], date: LocalDate): T | null {
  let found: T | null = null
  for (const candidate of candidates) {
    if (candidate.validFrom !== null && candidate.validFrom > date) continue
    if (candidate.validTo !== null && candidate.validTo < date) continue
    if (!found || (candidate.validFrom ?? '') >= (found.validFrom ?? '')) found = candidate
  }
  return found
}

export function openRulebook(rulebook: Rulebook): OpenRulebook {
  const compiled = new Map<Schedule, WorkingTime>()
  const byDate = new Map<LocalDate, RulesInForce | null>()
  const timeFor = (schedule: Schedule): WorkingTime => {
    let time = compiled.get(schedule)
    if (!time) compiled.set(schedule, (time = compile(schedule, rulebook.calendar, rulebook.zone)))
    return time
  }
  const scheduleOf = (department: DepartmentId, date: LocalDate): Schedule | null =>
    inForce(
      rulebook.schedules.filter((schedule) => schedule.department === department),
      date,
    )
  const rulesOn = (date: LocalDate): RulesInForce | null => {
    const regulation = inForce(rulebook.regulations, date)
    const schedule = scheduleOf(null, date)
    if (!regulation || !schedule) return null
    const office = timeFor(schedule)
    const departments = new Map<DepartmentId, WorkingTime>([[null, office]])
    const timeOf = (department: DepartmentId): WorkingTime => {
      let time = departments.get(department)
      if (!time) {
        const own = scheduleOf(department, date)
        departments.set(department, (time = own ? timeFor(own) : office))
      }
      return time
    }
    return { zone: rulebook.zone, regulation, calendar: rulebook.calendar, office, timeOf }
  }
  const inForceAt = (placedAt: Instant): RulesInForce | null => {
    const date = localDateOf(placedAt, rulebook.zone)
    let rules = byDate.get(date)
    if (rules === undefined) byDate.set(date, (rules = rulesOn(date)))
    return rules
  }
  return { rulebook, inForceAt }
}
