import type { AnswerVersion, CaseState, Forwarding } from '../../../shared/domain/case/caseState'

/** The forwarding that is being worked on, if there is one. */
export const currentForwarding = (state: CaseState): Forwarding | undefined => state.forwardings.find((forwarding) => forwarding.event === state.currentForwarding)

/** The latest answer of the current forwarding. */
export const currentAnswer = (state: CaseState): AnswerVersion | undefined => currentForwarding(state)?.answers.at(-1)
