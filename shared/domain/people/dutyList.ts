import type { Department, Directory, Person } from './directory'
import type { DepartmentId } from './roles'

export interface DutyLine {
  readonly person: Person
  readonly department?: Department
  /** The number that reaches the person at those hours first. */
  readonly phones: readonly string[]
}

export interface DutyList {
  readonly workingHours: readonly DutyLine[]
  readonly otherHours: readonly DutyLine[]
  /** Open structures whose head has named nobody for working hours or nobody for the others: 3.9 obliges each to both. */
  readonly missing: readonly Department[]
}

/** 3.9: who gives official comments in working and in other hours. People of closed structures are left out. */
export function dutyList(directory: Directory): DutyList {
  const departments = new Map(directory.departments.map((department) => [department.id, department]))
  const lines = (hours: 'workingHours' | 'otherHours'): readonly DutyLine[] =>
    directory.people
      .filter((person) => person.onDuty?.[hours] === true)
      .flatMap((person): readonly DutyLine[] => {
        const department = person.department === undefined ? undefined : departments.get(person.department)
        if (department?.closed === true) return []
        const phones = hours === 'workingHours' ? [person.workPhone, person.mobilePhone] : [person.mobilePhone, person.workPhone]
        return [{ person, ...(department === undefined ? {} : { department }), phones: phones.filter((phone) => phone !== undefined) }]
      })
      .sort((a, b) => (a.department?.name ?? '').localeCompare(b.department?.name ?? '', 'ru') || a.person.name.localeCompare(b.person.name, 'ru'))
  const [workingHours, otherHours] = [lines('workingHours'), lines('otherHours')]
  const named = (list: readonly DutyLine[], { id }: Department) => list.some(({ department }) => department?.id === id)
  return {
    workingHours,
    otherHours,
    missing: directory.departments.filter((department) => department.closed !== true && !(named(workingHours, department) && named(otherHours, department))),
  }
}

/** Whom to ring about one message: people of the structures it concerns first, in the order given, then the list as it stands. */
export function concernedFirst(lines: readonly DutyLine[], concerned: readonly DepartmentId[]): readonly DutyLine[] {
  const places = new Map(concerned.map((department, place) => [department, place]))
  const placeOf = ({ department }: DutyLine) => (department === undefined ? undefined : places.get(department.id)) ?? places.size
  return [...lines].sort((a, b) => placeOf(a) - placeOf(b))
}
