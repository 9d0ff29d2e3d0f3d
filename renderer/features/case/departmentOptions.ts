import type { Words } from '../../../shared/domain/case/caseState'
import type { Department, Directory } from '../../../shared/domain/people/directory'
import { meantText } from '../../../shared/domain/moderation/legibility/layout'
import { suggestedDepartments } from '../../../shared/domain/search/topics'

export interface DepartmentOption {
  readonly department: Department
  /** The message speaks of its topics. */
  readonly suggested: boolean
}

/** The words that say where a message belongs: as they were meant, when they were typed in the other keyboard layout. */
const saidIn = (text: Words): string => (text === null ? '' : (meantText(text)?.meant ?? text))

/** Structures that a message may be forwarded to: the suggested first, the fittest at the top, then the rest by name. */
export function departmentOptions(text: Words, { departments }: Directory): readonly DepartmentOption[] {
  const places = new Map(suggestedDepartments(saidIn(text), departments).map(({ department }, place) => [department, place]))
  const placeOf = ({ id }: Department) => places.get(id) ?? places.size
  return departments
    .filter((department) => department.closed !== true)
    .sort((one, other) => placeOf(one) - placeOf(other) || one.name.localeCompare(other.name, 'ru'))
    .map((department) => ({ department, suggested: places.has(department.id) }))
}
