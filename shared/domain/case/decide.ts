import { err, type Result } from '../../lib/result'
import type { NewEvent } from '../journal/event'
import { may, roleGives } from '../people/permissions'
import type { Actor } from '../people/roles'
import { addressed } from './addressing'
import type { CaseState } from './caseState'
import type { Command, CommandType } from './command'
import { addNote } from './commands/addNote'
import { declareEmergency } from './commands/declareEmergency'
import { declineForwarding } from './commands/declineForwarding'
import { erasePersonalData } from './commands/erasePersonalData'
import { forward } from './commands/forward'
import { handOverAppeal } from './commands/handOverAppeal'
import { markDuplicate } from './commands/markDuplicate'
import { offerAppeal } from './commands/offerAppeal'
import { publishAnswer } from './commands/publishAnswer'
import { publishExplanation } from './commands/publishExplanation'
import { publishNotice } from './commands/publishNotice'
import { publishSiteLink } from './commands/publishSiteLink'
import { receiveMessage } from './commands/receiveMessage'
import { recordAppealConsent } from './commands/recordAppealConsent'
import { recordAuthorDeletion } from './commands/recordAuthorDeletion'
import { recordAuthorEdit } from './commands/recordAuthorEdit'
import { recordPublicationFailure } from './commands/recordPublicationFailure'
import { refuseHandling } from './commands/refuseHandling'
import { registerAppeal } from './commands/registerAppeal'
import { reopenCase } from './commands/reopenCase'
import { returnAnswer } from './commands/returnAnswer'
import { submitAnswer } from './commands/submitAnswer'
import { withdrawForwarding } from './commands/withdrawForwarding'
import type { DecideContext } from './context'
import { repeatedPosting } from './posting'
import type { Rejection } from './rejections'
import type { CommandOf, Rule } from './rule'
import { wellFormed } from './wellFormed'

type RuledType = Exclude<CommandType, 'ReceiveMessage'>

const rules: { readonly [T in RuledType]: Rule<T> } = {
  RecordAuthorEdit: recordAuthorEdit,
  RecordAuthorDeletion: recordAuthorDeletion,
  Forward: forward,
  WithdrawForwarding: withdrawForwarding,
  DeclineForwarding: declineForwarding,
  SubmitAnswer: submitAnswer,
  ReturnAnswer: returnAnswer,
  PublishAnswer: publishAnswer,
  RecordPublicationFailure: recordPublicationFailure,
  PublishExplanation: publishExplanation,
  PublishSiteLink: publishSiteLink,
  RefuseHandling: refuseHandling,
  DeclareEmergency: declareEmergency,
  OfferAppeal: offerAppeal,
  RecordAppealConsent: recordAppealConsent,
  HandOverAppeal: handOverAppeal,
  RegisterAppeal: registerAppeal,
  PublishNotice: publishNotice,
  MarkDuplicate: markDuplicate,
  ReopenCase: reopenCase,
  AddNote: addNote,
  ErasePersonalData: erasePersonalData,
}

/** The facts a command makes, or the reason why the rules disallow it. Facts carry the departments they go to. */
export function decide(command: Command, state: CaseState | undefined, context: DecideContext): Result<readonly NewEvent[], Rejection> {
  const forbidden = may(context.actor, command, state)
  if (forbidden !== undefined) return err(forbidden)
  const facts = command.type === 'ReceiveMessage' ? receiveMessage(command, state, context) : ruled(command.type, command, state, context)
  return facts.ok ? wellFormed(addressed(facts.value, state)) : facts
}

function ruled<T extends RuledType>(
  type: T,
  command: CommandOf<T>,
  state: CaseState | undefined,
  context: DecideContext,
): Result<readonly NewEvent[], Rejection> {
  if (state === undefined) return err({ reason: 'caseUnknown' })
  // Before all else: the case is closed by the very posting that is being repeated.
  const repeated = isPosting(command) ? repeatedPosting(command, state) : undefined
  if (repeated !== undefined) return err(repeated)
  const rule: Rule<T> = rules[type]
  const against = rule.possible(state, context)
  return against === undefined ? rule.facts(command, state, context) : err(against)
}

function isPosting(command: Command): command is CommandOf<'PublishAnswer' | 'PublishExplanation' | 'PublishSiteLink'> {
  switch (command.type) {
    case 'PublishAnswer':
    case 'PublishExplanation':
    case 'PublishSiteLink':
      return true
    default:
      return false
  }
}

/** What this actor can do with the case now: the screen's buttons. The same rules as `decide`, asked before there are words. */
export function possibleActions(state: CaseState | undefined, actor: Actor, context: Omit<DecideContext, 'actor'>): readonly CommandType[] {
  const given = ([...Object.keys(rules), 'ReceiveMessage'] as CommandType[]).filter((type) => roleGives(actor.role, type))
  return given.filter((type) => {
    if (type === 'ReceiveMessage') return state === undefined
    return state !== undefined && rules[type].possible(state, { ...context, actor }) === undefined
  })
}

