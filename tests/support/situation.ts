import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command } from '../../shared/domain/case/command'
import type { Rejection } from '../../shared/domain/case/rejections'
import type { CommandOf } from '../../shared/domain/case/rule'
import { allAnswers } from '../../shared/domain/case/targets'
import type { JournalEvent } from '../../shared/domain/journal/event'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import type { Actor } from '../../shared/domain/people/roles'
import type { Result } from '../../shared/lib/result'
import { headOf, openOffice, operator, roads, type Office, type TestDesk } from './journal'

/** One case on one computer where a person switches roles: given what happened, when a command comes, then the outcome. */
export interface Situation {
  readonly office: Office
  readonly desk: TestDesk
  readonly caseId: CaseId
  readonly state: CaseState
  /** The forwarding that is being worked on. */
  readonly forwarding: EventId
  /** The latest answer. */
  readonly answer: EventId
  given(command: Command, as?: Actor): Situation
  when(command: Command, as?: Actor): Result<readonly JournalEvent[], Rejection>
  /** The rejection of a command, or the kinds of events it made. */
  outcome(command: Command, as?: Actor): Rejection | readonly string[]
}

export function received(over?: Partial<CommandOf<'ReceiveMessage'>>): Situation {
  const office = openOffice()
  const desk = office.desk(operator)
  const caseId = desk.receive(over)
  return situationOf(office, desk, caseId)
}

export function situationOf(office: Office, desk: TestDesk, caseId: CaseId): Situation {
  const situation: Situation = {
    office,
    desk,
    caseId,
    get state() {
      return desk.state(caseId)
    },
    get forwarding() {
      const { currentForwarding } = desk.state(caseId)
      if (currentForwarding === undefined) throw new Error('Nothing is forwarded')
      return currentForwarding
    },
    get answer() {
      const last = allAnswers(desk.state(caseId)).at(-1)
      if (last === undefined) throw new Error('Nothing is answered')
      return last.event
    },
    given(command, as) {
      desk.must(caseId, command, as === undefined ? {} : { as })
      return situation
    },
    when: (command, as) => desk.act(caseId, command, as === undefined ? {} : { as }),
    outcome(command, as) {
      const result = situation.when(command, as)
      return result.ok ? result.value.map((event) => event.type) : result.error
    },
  }
  return situation
}

export const toRoads: CommandOf<'Forward'> = { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false }
export const forwarded = (): Situation => received().given(toRoads)

export const answerText = 'Яма засыпана.'
export const submission = (forwarding: EventId, over: Partial<CommandOf<'SubmitAnswer'>> = {}): CommandOf<'SubmitAnswer'> => ({
  type: 'SubmitAnswer',
  forwarding,
  text: answerText,
  attachments: [],
  ...over,
})

export function answered(): Situation {
  const situation = forwarded()
  return situation.given(submission(situation.forwarding), headOf(roads))
}

export const publication = (situation: Situation, over: Partial<CommandOf<'PublishAnswer'>> = {}): CommandOf<'PublishAnswer'> => ({
  type: 'PublishAnswer',
  text: answerText,
  place: 'public',
  publishedAt: situation.office.now,
  by: 'hand',
  link: 'https://vk.ru/wall-900000001_5001?reply=6002',
  ...over,
})

export function published(): Situation {
  const situation = answered()
  return situation.given(publication(situation, { answer: situation.answer }))
}
