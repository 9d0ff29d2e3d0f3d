import type { Person } from '../../shared/domain/people/directory'

/** 3.9: whether this person gives official comments at this hour. */
export const personOnDutyNow = (person: Person, workingTime: boolean): boolean => (workingTime ? person.onDuty?.workingHours : person.onDuty?.otherHours) === true
