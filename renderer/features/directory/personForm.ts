import type { Directory, Person } from '../../../shared/domain/people/directory'
import { type DepartmentId, type PersonId, personIdSchema, type Role } from '../../../shared/domain/people/roles'
import { err, ok, type Result } from '../../../shared/lib/result'
import { freeId } from './identifiers'

export const places = ['head', 'deputy', 'staff'] as const

/** A person as typed. `id` is the sign-in name; it can be chosen only while the person is new. */
export interface PersonForm {
  readonly existing?: PersonId
  readonly id: string
  readonly name: string
  readonly position: string
  /** Empty: does not sign in. */
  readonly role: Role | ''
  readonly department: DepartmentId | ''
  readonly place: (typeof places)[number] | ''
  readonly workPhone: string
  readonly mobilePhone: string
  readonly dutyWorking: boolean
  readonly dutyOther: boolean
}

export const personFormErrors = [
  'nameMissing', 'nameTooLong', 'idWrong', 'idTaken', 'departmentMissing', 'headTaken', 'phoneWrong', 'phoneMissing', 'mobileMissing',
] as const
export type PersonFormError = (typeof personFormErrors)[number]
export type PersonFormErrors = Partial<Record<'name' | 'id' | 'department' | 'place' | 'workPhone' | 'mobilePhone', PersonFormError>>

export const emptyPersonForm: PersonForm = {
  id: '', name: '', position: '', role: '', department: '', place: '', workPhone: '', mobilePhone: '', dutyWorking: false, dutyOther: false,
}

export const personFormOf = (person: Person): PersonForm => ({
  existing: person.id,
  id: person.id,
  name: person.name,
  position: person.position ?? '',
  role: person.role ?? '',
  department: person.department ?? '',
  place: person.place ?? '',
  workPhone: person.workPhone ?? '',
  mobilePhone: person.mobilePhone ?? '',
  dutyWorking: person.onDuty?.workingHours ?? false,
  dutyOther: person.onDuty?.otherHours ?? false,
})

/** District numbers have five digits (2-11-36), so nothing is demanded beyond digits, spaces and the usual marks. */
export const looksLikePhone = (text: string): boolean => /^[\d\s()+\-.,;доб/]+$/i.test(text) && text.replace(/\D/g, '').length >= 5 && text.length <= 100

/** `surname` and initials: what people expect a sign-in name to look like. */
export const suggestedId = (name: string, directory: Directory): string => {
  const [surname = '', ...given] = name.trim().split(/\s+/)
  const initials = given.map((word) => word.slice(0, 1)).join('')
  return freeId(initials === '' ? surname : `${surname} ${initials}`, 'person', 63, new Set<string>(directory.people.map((person) => person.id)))
}

export function checkPerson(form: PersonForm, directory: Directory): Result<Person, PersonFormErrors> {
  const name = form.name.replace(/\s+/g, ' ').trim()
  const workPhone = form.workPhone.trim()
  const mobilePhone = form.mobilePhone.trim()
  const id = form.existing ?? (form.id.trim() === '' ? suggestedId(name, directory) : form.id.trim())
  const errors: PersonFormErrors = {}
  if (name === '') errors.name = 'nameMissing'
  else if (name.length > 300) errors.name = 'nameTooLong'
  if (form.existing === undefined && !personIdSchema.safeParse(id).success) errors.id = 'idWrong'
  else if (form.existing === undefined && directory.people.some((other) => other.id === id)) errors.id = 'idTaken'
  if (form.department === '' && (form.role === 'department' || form.place === 'head' || form.place === 'deputy')) errors.department = 'departmentMissing'
  if (form.place === 'head' && form.department !== '' && headOf(directory, form.department, form.existing) !== undefined) errors.place = 'headTaken'
  if (workPhone !== '' && !looksLikePhone(workPhone)) errors.workPhone = 'phoneWrong'
  if (mobilePhone !== '' && !looksLikePhone(mobilePhone)) errors.mobilePhone = 'phoneWrong'
  // 3.9 asks for mobile numbers; in working hours any number reaches the person.
  if (form.dutyOther && mobilePhone === '') errors.mobilePhone = 'mobileMissing'
  else if (form.dutyWorking && workPhone === '' && mobilePhone === '') errors.workPhone = 'phoneMissing'
  if (Object.keys(errors).length > 0) return err(errors)

  const position = form.position.replace(/\s+/g, ' ').trim()
  return ok({
    id: id as PersonId,
    name,
    ...(position === '' ? {} : { position: position.slice(0, 300) }),
    ...(form.role === '' ? {} : { role: form.role }),
    ...(form.department === '' ? {} : { department: form.department }),
    ...(form.place === '' ? {} : { place: form.place }),
    ...(workPhone === '' ? {} : { workPhone }),
    ...(mobilePhone === '' ? {} : { mobilePhone }),
    ...(form.dutyWorking || form.dutyOther ? { onDuty: { workingHours: form.dutyWorking, otherHours: form.dutyOther } } : {}),
  })
}

/** 4.1: one head answers for a structure. */
export const headOf = (directory: Directory, department: DepartmentId, except?: PersonId): Person | undefined =>
  directory.people.find((person) => person.department === department && person.place === 'head' && person.id !== except)

export function withPerson(directory: Directory, person: Person): Directory {
  const there = directory.people.some((other) => other.id === person.id)
  return { ...directory, people: there ? directory.people.map((other) => (other.id === person.id ? person : other)) : [...directory.people, person] }
}

export const withoutPerson = (directory: Directory, id: PersonId): Directory => ({ ...directory, people: directory.people.filter((person) => person.id !== id) })
