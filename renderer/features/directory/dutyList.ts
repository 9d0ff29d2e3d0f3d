import type { Department, Directory, Person } from '../../../shared/domain/people/directory'

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
