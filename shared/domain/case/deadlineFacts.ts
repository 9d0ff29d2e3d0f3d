import { caseFacts, NO_APPEAL, type CaseFacts, type CaseKind } from '../deadlines'
import type { CaseState } from './caseState'
import { stands } from './standing'

/** What the deadline engine asks of a case. A reopened case's clocks run on from placement: what closed it no longer counts. */
export function deadlineFacts(state: CaseState): CaseFacts {
  const { forwardings, appeal, message } = state
  const posting = state.postings.find(stands)
  const decisions = [appeal.offered?.offeredAt, state.duplicateMarks.find(stands)?.at].filter((at) => at !== undefined)
  const deedOf = (department: string) => (deed: { readonly at: CaseState['receivedAt'] }) => ({ at: deed.at, department })
  return caseFacts({
    placedAt: message.placedAt,
    receivedAt: state.receivedAt,
    kind: kindOf(state),
    forwardings: forwardings.map(({ at, to, withdrawn, declined }) => ({
      at,
      department: to,
      withdrawnAt: withdrawn?.at ?? null,
      declinedAt: declined?.at ?? null,
    })),
    submissions: forwardings.flatMap(({ to, answers }) => answers.map(deedOf(to))),
    returns: forwardings.flatMap(({ to, answers }) => answers.flatMap((answer) => (answer.returned === undefined ? [] : [deedOf(to)(answer.returned)]))),
    decidedAt: decisions.length === 0 ? null : decisions.reduce((a, b) => (a < b ? a : b)),
    refusedAt: state.refused?.at ?? null,
    publishedAt: posting?.publishedAt ?? null,
    emergencyFlaggedAt: state.emergency?.flaggedAt ?? null,
    appeal:
      appeal.handedOver === undefined
        ? null
        : { ...NO_APPEAL, handedOverAt: appeal.handedOver.handedOverAt, registeredAt: appeal.registered?.registeredAt ?? null },
  })
}

function kindOf(state: CaseState): CaseKind {
  switch (state.outcome?.how) {
    case 'refused': return 'refusal'
    case 'duplicate': return 'duplicate'
    case 'siteLink': return 'siteLink'
    case 'registered': return 'appeal'
    case 'published':
    case 'explained':
    case undefined:
      return state.kind
  }
}
