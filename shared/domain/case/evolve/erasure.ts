import type { EventOf, JournalEvent } from '../../journal/event'
import type { EventId } from '../../journal/ids'
import { withoutWords } from '../../journal/seal'
import type { AnswerVersion, AppealConsent, AppealHandOver, CaseState, Deed, Forwarding, MessageView, Posting, Words } from '../caseState'
import { deedOf } from './deed'

const isErased = (state: CaseState, event: EventId) => state.erasures.some((erasure) => erasure.erased.includes(event))

/** An event whose words some erasure names, without them, whether or not this replica still holds them. */
export function withoutErasedWords<E extends JournalEvent>(state: CaseState, event: E): E {
  return isErased(state, event._id) ? withoutWords(event) : event
}

/** 1.4: the words of the named events become `null` wherever the case shows them; what statistics and deadlines need stays. */
export function erased(state: CaseState, event: EventOf<'PersonalDataErased'>): CaseState {
  const ids = new Set<EventId>(event.payload.erased)
  const gone = (deed: { readonly event: EventId } | undefined) => deed !== undefined && ids.has(deed.event)
  // The key is kept where it was: an absent note was never written, a null one is erased.
  const reasonless = <D extends Deed & { readonly reason: Words }>(deed: D): D => (gone(deed) ? { ...deed, reason: null } : deed)
  const textless = <D extends Deed & { readonly text: Words; readonly link?: string }>(deed: D): D => (gone(deed) ? { ...without(deed, 'link'), text: null } : deed)
  const remarkless = <D extends Deed & { readonly remarks: Words }>(deed: D): D => (gone(deed) ? { ...deed, remarks: null } : deed)

  const answer = <A extends AnswerVersion>(version: A): A => ({
    ...version,
    ...(gone(version) ? { text: null, measures: null, attachments: [] } : {}),
    ...(version.returned === undefined ? {} : { returned: remarkless(version.returned) }),
    ...(version.alsoReturned === undefined ? {} : { alsoReturned: version.alsoReturned.map(remarkless) }),
  })
  const forwarding = (found: Forwarding): Forwarding => ({
    ...found,
    ...(gone(found) ? { note: null } : {}),
    answers: found.answers.map(answer),
    ...(found.withdrawn === undefined ? {} : { withdrawn: reasonless(found.withdrawn) }),
    ...(found.declined === undefined ? {} : { declined: reasonless(found.declined) }),
    ...(found.alsoEnded === undefined ? {} : { alsoEnded: found.alsoEnded.map(reasonless) }),
  })
  const posting = (found: Posting): Posting =>
    gone(found) ? { ...without(found, 'link', 'siteUrl', 'attachments', 'screenshot'), text: null } : found

  const contactless = <D extends AppealConsent>(deed: D): D => (gone(deed) ? { ...deed, contacts: null } : deed)
  const addressless = (deed: AppealHandOver): AppealHandOver => (gone(deed) ? without(deed, 'to') : deed)
  const { offered, consent, handedOver, earlierOffers, earlierConsents, earlierHandOvers } = state.appeal
  return {
    ...state,
    message: messageWithout(state.message, ids),
    forwardings: state.forwardings.map(forwarding),
    unattachedAnswers: state.unattachedAnswers.map(answer),
    postings: state.postings.map(posting),
    failedPublications: state.failedPublications.map(textless),
    refusals: state.refusals.map((refusal) => (gone(refusal) ? { ...refusal, comment: null } : refusal)),
    ...(state.emergency === undefined ? {} : { emergency: reasonless(state.emergency) }),
    ...(state.alsoEmergencies === undefined ? {} : { alsoEmergencies: state.alsoEmergencies.map(reasonless) }),
    appeal: {
      ...state.appeal,
      ...(offered === undefined ? {} : { offered: textless(offered) }),
      ...(consent === undefined ? {} : { consent: contactless(consent) }),
      ...(handedOver === undefined ? {} : { handedOver: addressless(handedOver) }),
      ...(earlierOffers === undefined ? {} : { earlierOffers: earlierOffers.map(textless) }),
      ...(earlierConsents === undefined ? {} : { earlierConsents: earlierConsents.map(contactless) }),
      ...(earlierHandOvers === undefined ? {} : { earlierHandOvers: earlierHandOvers.map(addressless) }),
    },
    notices: state.notices.map(textless),
    notes: state.notes.map(textless),
    reopenings: state.reopenings.map(reasonless),
    erasures: [
      ...state.erasures.map((erasure) => (gone(erasure) ? { ...erasure, reason: null } : erasure)),
      {
        ...deedOf(event),
        act: event.payload.act,
        erased: event.payload.erased,
        ...(event.personal?.reason === undefined ? {} : { reason: event.personal.reason }),
      },
    ],
  }
}

function messageWithout(message: MessageView, ids: ReadonlySet<EventId>): MessageView {
  const textGone = ids.has(message.textFrom)
  const authorGone = ids.has(message.authorFrom)
  return {
    ...(authorGone ? without(message, 'link') : message),
    text: textGone ? null : message.text,
    author: authorGone ? {} : message.author,
    // Files come with the message or with an edit of it; with either gone none is shown.
    attachments: textGone || authorGone ? [] : message.attachments,
    earlierTexts: message.earlierTexts.map((earlier) => (ids.has(earlier.from) ? { ...earlier, text: null } : earlier)),
  }
}

function without<T extends object, K extends keyof T>(whole: T, ...keys: readonly K[]): T {
  const copy = { ...whole }
  for (const key of keys) delete copy[key]
  return copy
}
