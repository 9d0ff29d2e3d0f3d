import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command, CommandType } from '../../shared/domain/case/command'
import { allAnswers, answersToReturn, forwardingsOf, forwardingsToWithdraw } from '../../shared/domain/case/targets'
import { explanationGrounds, refusalGrounds } from '../../shared/domain/journal/grounds'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import type { Actor } from '../../shared/domain/people/roles'
import type { Instant } from '../../shared/domain/time/instant'
import { aMessage, housing, roads } from './journal'

export const commandTypes: readonly CommandType[] = [
  'ReceiveMessage', 'RecordAuthorEdit', 'RecordAuthorDeletion', 'Forward', 'WithdrawForwarding', 'DeclineForwarding', 'SubmitAnswer',
  'ReturnAnswer', 'PublishAnswer', 'RecordPublicationFailure', 'PublishExplanation', 'PublishSiteLink', 'RefuseHandling',
  'DeclareEmergency', 'OfferAppeal', 'RecordAppealConsent', 'HandOverAppeal', 'RegisterAppeal', 'PublishNotice', 'MarkDuplicate',
  'ReopenCase', 'AddNote', 'ErasePersonalData',
]

const noEvent = `c${'0'.repeat(32)}~nobody~${'0'.repeat(64)}` as EventId

/** Words no two commands share, so that a lost text is seen to be lost. */
export interface Choice {
  readonly words: string
  /** Any whole number: picks among what there is. */
  readonly pick: number
  readonly now: Instant
  readonly original: CaseId
}

const at = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(items.length, 1)]

/** A command of the given kind as well made as the case allows: what `possibleActions` promises must be accepted of it. */
export function wellMade(type: CommandType, state: CaseState, actor: Actor, { words, pick, now, original }: Choice): Command {
  const visibility = state.message.visibility
  const posted = {
    text: words,
    place: visibility,
    publishedAt: now,
    by: 'hand',
    link: `https://vk.ru/posted-${pick}`,
    ...(pick % 3 === 0 ? { idempotencyKey: `key of ${words}` } : {}),
  } as const
  const answer = at(allAnswers(state), pick)
  const source = answer === undefined || pick % 4 === 0 ? {} : { answer: answer.event }
  const forwarding = at(forwardingsOf(state, actor), pick)?.event ?? noEvent
  switch (type) {
    case 'ReceiveMessage': return aMessage({ text: words })
    case 'RecordAuthorEdit': return { type, text: words }
    case 'RecordAuthorDeletion': return { type }
    case 'Forward': {
      const explained = pick % 3 === 0
      const ground = at(explanationGrounds, pick) ?? 'outOfCompetence'
      const common = { type, to: pick % 2 === 0 ? roads : housing, withAuthorName: pick % 5 === 0, note: words } as const
      return explained ? { ...common, purpose: 'explanation', ground } : { ...common, purpose: 'answer' }
    }
    case 'WithdrawForwarding': return { type, forwarding: at(forwardingsToWithdraw(state), pick)?.event ?? noEvent, reason: words }
    case 'DeclineForwarding': return { type, forwarding, reason: words }
    case 'SubmitAnswer': return { type, forwarding, text: words, attachments: [] }
    case 'ReturnAnswer': return { type, answer: at(answersToReturn(state), pick)?.event ?? noEvent, remarks: words }
    case 'PublishAnswer': return { type, ...posted, ...source }
    case 'RecordPublicationFailure': return { type, ...source, failedAt: now, reason: 'network', text: words }
    case 'PublishExplanation': return { type, ...posted, ...source, ground: at(explanationGrounds, pick) ?? 'outOfCompetence' }
    case 'PublishSiteLink': return { type, ...posted, siteUrl: 'https://idra-rayon.ru/answer' }
    case 'RefuseHandling': return { type, ground: at(refusalGrounds, pick) ?? 'insult', comment: words }
    case 'DeclareEmergency': return { type, reason: words, flaggedAt: now }
    case 'OfferAppeal': return { type, text: words, place: visibility, offeredAt: now }
    case 'RecordAppealConsent':
      return { type, givenAt: now, wording: words, surname: 'Иванов', name: 'Иван', email: 'ivanov@example.ru' }
    case 'HandOverAppeal': return { type, handedOverAt: now, by: 'mail' }
    case 'RegisterAppeal': return { type, number: `59-${pick}`, registeredAt: now }
    case 'PublishNotice': return { type, where: pick % 2 === 0 ? 'page' : 'site', text: words, publishedAt: now }
    case 'MarkDuplicate': return { type, of: original }
    case 'ReopenCase': return { type, reason: words }
    case 'AddNote': return { type, text: words }
    case 'ErasePersonalData': return { type, act: `Акт ${pick}`, reason: words }
  }
}
