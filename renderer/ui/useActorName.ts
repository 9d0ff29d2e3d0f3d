import { departmentFullName, personName } from '../format/people'
import { ru } from '../i18n/ru'
import { useActor, useDirectory, useOffice } from './applicationContext'

/** In whose name a deed will stand: the person and the role he acts in. */
export function useActorName(): string {
  const actor = useActor()
  const directory = useDirectory()
  const role = actor.role === 'department' ? departmentFullName(directory, actor.department) : ru.kinds.role[actor.role].toLowerCase()
  return `${personName(directory, actor.person)}, ${role}`
}

/** In whose name something is posted: the office's page, by the person. */
export function useOfficeName(): string {
  const { name } = useOffice()
  return name === '' ? ru.common.officePage : name
}
