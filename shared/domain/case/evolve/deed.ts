import type { Envelope } from '../../journal/event'
import type { Deed } from '../caseState'

export const deedOf = (event: Envelope): Deed => ({ event: event._id, by: event.actor, at: event.at })
