import { stemmer } from '@orama/stemmers/russian'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { Department, Directory } from '../../../shared/domain/people/directory'

const stemsOf = (text: string): readonly string[] => (text.toLowerCase().replaceAll('ё', 'е').match(/[а-я]{3,}/g) ?? []).map((word) => stemmer(word))

/** Structures of whose topics all words stand in the message in any form, those with the most such topics first. A hint only. */
export function suggestedDepartments(state: CaseState, directory: Directory): readonly Department[] {
  const { text } = state.message
  if (text === null) return []
  const present = new Set(stemsOf(text))
  const hits = (department: Department) =>
    department.topics.filter((topic) => {
      const stems = stemsOf(topic)
      return stems.length > 0 && stems.every((stem) => present.has(stem))
    }).length
  return directory.departments
    .filter((department) => department.closed !== true)
    .map((department) => ({ department, count: hits(department) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ department }) => department)
}
