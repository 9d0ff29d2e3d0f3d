import { openRulebook, SCHEDULE_PRESETS, type OpenRulebook, type Rulebook, type Schedule, type SchedulePresetId } from '../../../shared/domain/deadlines'
import type { Directory } from '../../../shared/domain/people/directory'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { departmentName } from '../../format/people'

export interface ScheduleOption {
  /** `own:<id>` for a schedule of the office, `preset:<id>` for a comparison. */
  readonly key: string
  readonly title: string
  readonly own: boolean
  readonly schedule: Schedule
}

const presets = Object.keys(SCHEDULE_PRESETS) as SchedulePresetId[]

/** The administration's schedules first, then the structures' own, then presets that none of them is. */
export function scheduleOptions(schedules: readonly Schedule[], directory: Directory): readonly ScheduleOption[] {
  const own = [...schedules]
    .sort((a, b) => Number(a.department !== null) - Number(b.department !== null) || (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))
    .map((schedule) => ({
      key: `own:${schedule.id}`,
      title: schedule.department === null ? schedule.title : `${departmentName(directory, schedule.department as DepartmentId)}: ${schedule.title}`,
      own: true,
      schedule,
    }))
  const known = new Set(schedules.map(({ week }) => JSON.stringify(week)))
  const others = presets
    .map((id) => ({ key: `preset:${id}`, title: SCHEDULE_PRESETS[id].title, own: false, schedule: SCHEDULE_PRESETS[id] }))
    .filter(({ schedule }) => !known.has(JSON.stringify(schedule.week)))
  return [...own, ...others]
}

/**
 * The rules with a chosen schedule in place of the one in force, whatever its dates of validity: the administration's (or a
 * preset's) for everybody, a structure's for that structure alone; the operator's own terms stay by the administration's hours.
 */
export function rulebookWith(rulebook: Rulebook, chosen: Schedule): OpenRulebook {
  const always = { ...chosen, validFrom: null, validTo: null }
  const others = chosen.department === null ? [] : rulebook.schedules.filter(({ department }) => department !== chosen.department)
  return openRulebook({ ...rulebook, schedules: [...others, always] })
}
