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

// Dates compare as texts; these stand before and after all of them.
const ALWAYS = ''
const NEVER = '9999-12-31'

const beginning = ({ validFrom }: Dated): string => validFrom ?? ALWAYS

/** Of those valid on the date the one that came into force last; of two from one date the one named last. */
function inForce<T extends Dated>(candidates: readonly T[], date: LocalDate): T | null {
  let found: T | null = null
  for (const candidate of candidates) {
    if (beginning(candidate) > date || (candidate.validTo ?? NEVER) < date) continue
    if (!found || beginning(candidate) >= beginning(found)) found = candidate
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
  const departments = new Set(rulebook.schedules.map(({ department }) => department))
  const schedulesOn = (date: LocalDate): Map<DepartmentId, Schedule | null> => {
    const found = new Map<DepartmentId, Schedule | null>()
    for (const department of departments) {
      found.set(department, inForce(rulebook.schedules.filter((schedule) => schedule.department === department), date))
    }
    return found
  }
  const rulesOn = (date: LocalDate): RulesInForce | null => {
    const regulation = inForce(rulebook.regulations, date)
    const schedules = schedulesOn(date)
    const schedule = schedules.get(null)
    if (!regulation || !schedule) return null
    const timeOf = (department: DepartmentId): WorkingTime => timeFor(schedules.get(department) ?? schedule)
    return { zone: rulebook.zone, regulation, calendar: rulebook.calendar, office: timeFor(schedule), timeOf }
  }
  const inForceAt = (placedAt: Instant): RulesInForce | null => {
    const date = localDateOf(placedAt, rulebook.zone)
    let rules = byDate.get(date)
    if (rules === undefined) byDate.set(date, (rules = rulesOn(date)))
    return rules
  }
  return { rulebook, inForceAt }
}
