import type { Instant } from '../time/instant'
import type { CaseState } from './caseState'
import type { DecideContext } from './context'
import type { AddressField, InstantField, Rejection, WordsField } from './rejections'
import { instant } from '../time/instant'

/** A rule's verdict: a rejection, or undefined where there is nothing against it. */
export type Verdict = Rejection | undefined

/** How far an instant that a person gives may lie ahead of this computer's clock, in milliseconds: typed instants are whole minutes. */
export const clockTolerance = 60_000

/**
 * The same for an instant that a network gives. Its clock is not ours, and what is refused here is not fetched again: better an
 * instant that is minutes ahead than a message that nobody sees.
 */
export const networkClockTolerance = 5 * 60_000

export const firstOf = (...verdicts: readonly Verdict[]): Verdict => verdicts.find((verdict) => verdict !== undefined)

export const whenOpen = (state: CaseState): Verdict => (state.outcome === undefined ? undefined : { reason: 'caseClosed' })

export const whenClosed = (state: CaseState): Verdict => (state.outcome === undefined ? { reason: 'caseOpen' } : undefined)

export const isBlank = (text: string): boolean => text.trim() === ''

export const notBlank = (field: WordsField, text: string): Verdict => (isBlank(text) ? { reason: 'blank', field } : undefined)

/** 2.8: an answer is text and (or) photos, video, scans; one of them there must be. */
export const notEmpty = (text: string, attachments: readonly unknown[] | undefined): Verdict =>
  attachments !== undefined && attachments.length > 0 ? undefined : notBlank('text', text)

/** Neither ahead of now nor before what it follows. An absent instant is not judged. */
export function within(field: InstantField, given: Instant | undefined, earliest: Instant | undefined, context: DecideContext, tolerance = clockTolerance): Verdict {
  if (given === undefined) return undefined
  if (given > instant(context.now + tolerance)) return { reason: 'inFuture', field, now: context.now }
  return earliest !== undefined && given < earliest ? { reason: 'tooEarly', field, earliest } : undefined
}

/** What a browser may be sent to. An absent address is not judged. */
export function webAddress(field: AddressField, url: string | undefined): Verdict {
  const good = url === undefined || /^https?:\/\/[^\s/?#\u0000-\u001F"<>\\^`{|}]+[^\s\u0000-\u001F"<>\\^`]*$/i.test(url)
  return good ? undefined : { reason: 'notWebAddress', field }
}
