import type { CaseState } from '../../shared/domain/case/caseState'
import type { Directory } from '../../shared/domain/people/directory'
import type { DepartmentId, PersonId } from '../../shared/domain/people/roles'

/** A structure as lists show it; a structure the directory does not know is named by its id, never hidden. */
export function departmentName(directory: Directory, id: DepartmentId): string {
  const found = directory.departments.find((department) => department.id === id)
  return found === undefined ? id : (found.shortName ?? found.name)
}

export function departmentFullName(directory: Directory, id: DepartmentId): string {
  return directory.departments.find((department) => department.id === id)?.name ?? id
}

/** A person's name by his sign-in name. */
export function personName(directory: Directory, id: PersonId): string {
  return directory.people.find((person) => person.id === id)?.name ?? id
}

/** The first words of the message for a list's row: one line, no line breaks. */
export function firstWords(state: CaseState, length = 160): string | null {
  const text = state.message.text
  if (text === null) return null
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
