import { assertNever } from '../../lib/assertNever'
import type { NewEvent } from '../journal/event'
import type { EventId } from '../journal/ids'
import type { DepartmentId } from '../people/roles'
import type { CaseState } from './caseState'
import { activeForwardings } from './standing'
import { departmentOfAnswer } from './targets'

/**
 * To whose database each decided fact goes. A server's selector sees one document at a time, so a fact that several departments
 * must know becomes an event for each; what closes a case goes to the department it was closed with, and calls the others off.
 */
export const addressed = (facts: readonly NewEvent[], state: CaseState | undefined): readonly NewEvent[] =>
  state === undefined ? facts : facts.flatMap((fact) => addressedFact(fact, state))

function addressedFact(fact: NewEvent, state: CaseState): readonly NewEvent[] {
  const parties = [...new Set(activeForwardings(state).map((forwarding) => forwarding.to))]
  switch (fact.type) {
    case 'MessageForwarded':
      return [fact]
    case 'ForwardingWithdrawn':
    case 'ForwardingDeclined':
    case 'AnswerSubmitted':
      return [to(departmentOfForwarding(state, fact.payload.forwarding), fact)]
    case 'AnswerReturned':
      return [to(departmentOfAnswer(state, fact.payload.answer), fact)]
    case 'AnswerPublished':
    case 'ExplanationPublished': {
      const { answer } = fact.payload
      return closing(fact, (answer === undefined ? undefined : departmentOfAnswer(state, answer)) ?? parties[0], state)
    }
    case 'SiteLinkPublished':
    case 'HandlingRefused':
    case 'MarkedDuplicate':
    case 'AppealRegistered':
      return closing(fact, parties[0], state)
    case 'MessageEditedByAuthor':
    case 'MessageDeletedByAuthor':
    case 'EmergencyDeclared':
    case 'CaseReopened':
      return parties.length === 0 ? [fact] : parties.map((department) => to(department, fact))
    case 'PersonalDataErased':
      return erasures(fact, state)
    // The author's contacts, the operators' own notes and the course of the appeal are not for departments.
    case 'MessageReceived':
    case 'PublicationFailed':
    case 'AppealOffered':
    case 'AppealConsentRecorded':
    case 'AppealHandedOver':
    case 'NoticePublished':
    case 'NoteAdded':
      return [fact]
    default:
      return assertNever(fact, 'fact')
  }
}

const to = <F extends NewEvent>(department: DepartmentId | undefined, fact: F): F => (department === undefined ? fact : { ...fact, department })

const departmentOfForwarding = (state: CaseState, id: EventId) => state.forwardings.find((forwarding) => forwarding.event === id)?.to

function closing(fact: NewEvent, department: DepartmentId | undefined, state: CaseState): readonly NewEvent[] {
  const calledOff = activeForwardings(state).filter((forwarding) => forwarding.to !== department)
  return [
    ...calledOff.map(
      (forwarding): NewEvent => ({
        type: 'ForwardingWithdrawn',
        department: forwarding.to,
        payload: { forwarding: forwarding.event, cause: 'closed' },
        personal: { reason: '' },
      }),
    ),
    to(department, fact),
  ]
}

/** Each department is told of what it holds a copy of, whenever it was a party; the journal of the rest. */
function erasures(fact: Extract<NewEvent, { type: 'PersonalDataErased' }>, state: CaseState): readonly NewEvent[] {
  const holder = new Map(state.history.map((entry) => [entry.event, entry.department]))
  const departments = [...new Set(fact.payload.erased.map((event) => holder.get(event)))]
  return departments.map((department) =>
    to(department, { ...fact, payload: { ...fact.payload, erased: fact.payload.erased.filter((event) => holder.get(event) === department) } }),
  )
}
