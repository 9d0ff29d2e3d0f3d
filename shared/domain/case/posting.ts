import type { Command } from './command'
import type { CaseState } from './caseState'
import { firstOf, notEmpty, webAddress, within, type Verdict } from './conditions'
import type { DecideContext } from './context'
import { allAnswers } from './targets'

type Posting = Extract<Command, { readonly type: 'PublishAnswer' | 'PublishExplanation' | 'PublishSiteLink' }>

/** What holds for everything that is posted to the author: where, when, and what is left as evidence. */
export function postingFits(command: Posting, state: CaseState, context: DecideContext): Verdict {
  return firstOf(
    // 3.4: a comment is answered in public, a direct message in private.
    command.place === state.message.visibility ? undefined : { reason: 'wrongPlace', required: state.message.visibility },
    notEmpty(command.text, command.attachments),
    within('publishedAt', command.publishedAt, state.message.placedAt, context),
    webAddress('link', command.link),
    // A public posting made by hand is proved by its address alone; a private one has none, and a connector's is known by its key.
    command.place === 'public' && command.by === 'hand' && command.link === undefined ? { reason: 'linkRequired' } : undefined,
    answerKnown(command, state),
  )
}

function answerKnown(command: Posting, state: CaseState): Verdict {
  if (command.type === 'PublishSiteLink' || command.answer === undefined) return undefined
  const { answer } = command
  return allAnswers(state).some((version) => version.event === answer) ? undefined : { reason: 'answerUnknown', answer }
}

/** A call repeated after a lost reply brings the key of the first. */
export function repeatedPosting(command: { readonly idempotencyKey?: string }, state: CaseState): Verdict {
  const { idempotencyKey } = command
  if (idempotencyKey === undefined) return undefined
  const posting = state.postings.find((found) => found.idempotencyKey === idempotencyKey)
  return posting === undefined ? undefined : { reason: 'alreadyPosted', posting: posting.event }
}

/** The lasting part and the evidence of what was posted. */
export function partsOf(command: Posting) {
  const { text, link, attachments, screenshot, place, publishedAt, by, idempotencyKey } = command
  return {
    payload: { place, publishedAt, by, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) },
    personal: {
      text,
      ...(link === undefined ? {} : { link }),
      ...(attachments === undefined ? {} : { attachments: [...attachments] }),
      ...(screenshot === undefined ? {} : { screenshot }),
    },
  }
}
