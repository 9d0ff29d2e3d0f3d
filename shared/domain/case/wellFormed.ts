import { err, ok, type Result } from '../../lib/result'
import { eventParts, type NewEvent } from '../journal/event'
import type { Rejection } from './rejections'

/**
 * Holds decided facts to the shapes in which they will be read back: what the journal's own door would refuse later is rejected
 * now, and members that no event has (left in a command by a spread) go.
 */
export function wellFormed(facts: readonly NewEvent[]): Result<readonly NewEvent[], Rejection> {
  const formed: NewEvent[] = []
  for (const fact of facts) {
    const { payload, personal } = eventParts[fact.type]
    const [lasting, erasable] = [payload.safeParse(fact.payload), personal.safeParse(fact.personal)]
    const issue = (lasting.error ?? erasable.error)?.issues[0]
    if (issue !== undefined) return err({ reason: issue.code === 'too_big' ? 'tooLong' : 'malformed', field: issue.path.join('.') })
    // Kind and parts come from one fact, which the compiler does not follow through a union.
    formed.push({ ...fact, payload: lasting.data, personal: erasable.data } as NewEvent)
  }
  return ok(formed)
}
