import { eventTypes, type EventType } from '../../domain/journal/event'
import type { Role } from '../../domain/people/roles'

/**
 * Which kinds of event a role may write: the people's table (domain/people/permissions) said in kinds of event. What may be done
 * with which case is decided on the desk, where the case is known.
 */
export const writes: Readonly<Record<Role, readonly EventType[]>> = {
  operator: eventTypes,
  department: ['AnswerSubmitted', 'ForwardingDeclined'],
  supervisor: [],
  administrator: ['PersonalDataErased'],
}

/** Who attaches files: those who write events that name them. */
export const blobWriters: readonly Role[] = ['operator', 'department']
