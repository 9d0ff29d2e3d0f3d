import type { Department, Directory } from '../../../shared/domain/people/directory'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { err, ok, type Result } from '../../../shared/lib/result'
import { freeId } from './identifiers'

export const departmentKinds = ['subdivision', 'body', 'institution', 'enterprise'] as const satisfies readonly Department['kind'][]

/** A structure (2.7) as it is typed. `id` is absent for a new one. */
export interface DepartmentForm {
  readonly id?: DepartmentId
  readonly name: string
  readonly shortName: string
  readonly kind: Department['kind']
  /** One topic a line or separated by commas or semicolons. */
  readonly topics: string
}

export const departmentFormErrors = ['nameMissing', 'nameTooLong', 'nameTaken', 'shortNameTooLong', 'topicTooLong', 'tooManyTopics'] as const
export type DepartmentFormError = (typeof departmentFormErrors)[number]
export type DepartmentFormErrors = Partial<Record<'name' | 'shortName' | 'topics', DepartmentFormError>>

export const emptyDepartmentForm: DepartmentForm = { name: '', shortName: '', kind: 'subdivision', topics: '' }

export const departmentFormOf = (department: Department): DepartmentForm => ({
  id: department.id,
  name: department.name,
  shortName: department.shortName ?? '',
  kind: department.kind,
  topics: department.topics.join('\n'),
})

/** Each topic once, in the order typed, without empty ones. */
export const topicsOf = (typed: string): readonly string[] => {
  const seen = new Map<string, string>()
  for (const raw of typed.split(/[\n,;]+/)) {
    const topic = raw.replace(/\s+/g, ' ').trim()
    if (topic !== '' && !seen.has(topic.toLowerCase())) seen.set(topic.toLowerCase(), topic)
  }
  return [...seen.values()]
}

const sameName = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase()

export function checkDepartment(form: DepartmentForm, directory: Directory): Result<Department, DepartmentFormErrors> {
  const name = form.name.replace(/\s+/g, ' ').trim()
  const shortName = form.shortName.replace(/\s+/g, ' ').trim()
  const topics = topicsOf(form.topics)
  const errors: DepartmentFormErrors = {}
  if (name === '') errors.name = 'nameMissing'
  else if (name.length > 300) errors.name = 'nameTooLong'
  else if (directory.departments.some((other) => other.id !== form.id && other.closed !== true && sameName(other.name, name))) errors.name = 'nameTaken'
  if (shortName.length > 100) errors.shortName = 'shortNameTooLong'
  if (topics.some((topic) => topic.length > 100)) errors.topics = 'topicTooLong'
  else if (topics.length > 200) errors.topics = 'tooManyTopics'
  if (Object.keys(errors).length > 0) return err(errors)

  const taken = new Set<string>(directory.departments.map((other) => other.id))
  const before = directory.departments.find((other) => other.id === form.id)
  return ok({
    id: form.id ?? (freeId(shortName || name, 'structure', 47, taken) as DepartmentId),
    name,
    ...(shortName === '' ? {} : { shortName }),
    kind: form.kind,
    topics: [...topics],
    ...(before?.closed === true ? { closed: true } : {}),
  })
}

/** Puts a structure in, in the place of the one with its id or at the end. */
export function withDepartment(directory: Directory, department: Department): Directory {
  const there = directory.departments.some((other) => other.id === department.id)
  return {
    ...directory,
    departments: there
      ? directory.departments.map((other) => (other.id === department.id ? department : other))
      : [...directory.departments, department],
  }
}

/**
 * A structure is closed, never taken out: journal and registers keep naming it. Its people stay on record but leave the duty
 * list by themselves (see `dutyList`).
 */
export function withClosed(directory: Directory, id: DepartmentId, closed: boolean): Directory {
  return {
    ...directory,
    departments: directory.departments.map((department) => {
      if (department.id !== id) return department
      const { closed: _before, ...rest } = department
      return closed ? { ...rest, closed: true } : rest
    }),
  }
}
