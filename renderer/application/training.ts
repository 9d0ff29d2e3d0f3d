import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command } from '../../shared/domain/case/command'
import { openRulebook } from '../../shared/domain/deadlines'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import type { Actor } from '../../shared/domain/people/roles'
import { instant } from '../../shared/domain/time'
import { externalKey } from '../../shared/connectors/identity'
import { assertNever } from '../../shared/lib/assertNever'
import { err, ok, type Result } from '../../shared/lib/result'
import { trainingDirectory } from '../../shared/training/directory'
import type { TrainingStep } from '../../shared/training/step'
import { trainingMessages } from '../../shared/training/trainingMessages'
import type { LongWork } from './application'
import { sit, type DeskParts, type InTheNameOf } from './desk'
import { caseOfItem, commandFor } from './intake'
import { defaultOffice } from './office'
import { localOperator } from './profile'
import { storageAdvice, StorageFailure } from './storageFailure'

const notEmpty = 'Здесь уже есть сообщения. Учебные данные загружаются только в пустую программу.'
/** Addresses that lead nowhere (RFC 2606) and a page whose number is out of the network's range. */
const trainingOffice = {
  name: 'Учебная администрация',
  siteSection: 'https://example.org/naseleniyu',
  appealEmail: 'priemnaya@example.org',
  ownPages: [{ network: 'vk', address: 'https://vk.com/club900000001', name: 'Учебная администрация' }],
} as const
const operator: Actor = { person: localOperator, role: 'operator' }
/** A message was taken in so soon after it was placed. */
const noticedAfterMs = 5 * 60_000

/** Fills an undecided, empty profile with the training office and its past, as of now: all at once, then the choice. */
export async function loadTraining(parts: DeskParts, work: LongWork = {}): Promise<Result<undefined, string>> {
  const now = parts.clock.now()
  const rules = openRulebook(defaultOffice).inForceAt(now)
  if (rules === null) throw new Error('The order is in force on no date')
  const { items, steps } = trainingMessages(now, (t, ms) => rules.office.subtract('working', t, ms))
  if (parts.profile.current.get().mode !== 'undecided') return err(notEmpty)
  try {
    const cases = new Map(items.map((item) => [externalKey(item), caseOfItem(item)]))
    const loaded = await sit(parts, async (sitting) => {
      const there = await parts.cases.getMany([...cases.values()])
      // Cut off between the events and the choice: the events are whole, they were stored at once.
      if (there.size === cases.size) return true
      // A restore that was cut off leaves real messages and their office without a choice: neither is touched.
      if ((await parts.journal.count()) > 0) return false
      await parts.office.save({ ...defaultOffice, ...trainingOffice, directory: trainingDirectory })
      const act = async (caseId: CaseId, command: Command, name: InTheNameOf) => {
        const decided = await sitting.decide(caseId, command, name)
        if (!decided.ok) throw new Error(`The training set is not possible: ${command.type} ${decided.error.reason}`)
      }
      for (const item of items) {
        const at = item.type === 'message' ? instant(Math.min(now, item.placedAt + noticedAfterMs)) : now
        await act(caseOfItem(item), commandFor(item), { now: at, actor: operator })
      }
      for (const step of steps) {
        const caseId = cases.get(step.message)
        const state = caseId === undefined ? undefined : await sitting.stateOf(caseId)
        if (state === undefined) throw new Error(`The training set has no message ${step.message}`)
        await act(state.id, commandOf(step, state), { now: step.at, actor: actorOf(step, state) })
      }
      await sitting.append()
      return true
    })
    if (!loaded) return err(notEmpty)
    await parts.profile.save({ mode: 'training', actor: operator })
  } catch (failure) {
    if (failure instanceof StorageFailure) return err(storageAdvice(failure))
    throw failure
  }
  work.onProgress?.({ done: items.length, total: items.length })
  return ok(undefined)
}

const currentForwarding = (state: CaseState) => {
  const found = state.forwardings.find((forwarding) => forwarding.event === state.currentForwarding)
  if (found === undefined) throw new Error('The training set answers what was not forwarded')
  return found
}

function actorOf(step: TrainingStep, state: CaseState): Actor {
  if (step.type !== 'answered' && step.type !== 'declined') return operator
  const { to } = currentForwarding(state)
  const head = trainingDirectory.people.find((person) => person.department === to && person.place === 'head')
  if (head === undefined) throw new Error(`The training office has no head of ${to}`)
  return { person: head.id, role: 'department', department: to }
}

const latestAnswer = (state: CaseState): EventId | undefined => state.forwardings.flatMap((forwarding) => forwarding.answers).at(-1)?.event

function commandOf(step: TrainingStep, state: CaseState): Command {
  const { visibility, link } = state.message
  const posted = { place: visibility, publishedAt: step.at, by: 'hand', ...(link === undefined ? {} : { link }) } as const
  const answer = latestAnswer(state)
  const source = answer === undefined ? {} : { answer }
  switch (step.type) {
    case 'forwarded': {
      const { message: _message, at: _at, type: _type, ...rest } = step
      return { type: 'Forward', withAuthorName: false, ...rest }
    }
    case 'declined': return { type: 'DeclineForwarding', forwarding: currentForwarding(state).event, reason: step.reason }
    case 'answered': return { type: 'SubmitAnswer', forwarding: currentForwarding(state).event, text: step.text, attachments: [], ...(step.measures === undefined ? {} : { measures: step.measures }) }
    case 'returned': return { type: 'ReturnAnswer', answer: answer ?? currentForwarding(state).event, remarks: step.remarks }
    case 'published': return { type: 'PublishAnswer', text: step.text, ...posted, ...source }
    case 'explained': return { type: 'PublishExplanation', ground: step.ground, text: step.text, ...posted, ...source }
    case 'refused': return { type: 'RefuseHandling', ground: step.ground }
    case 'siteLinked': return { type: 'PublishSiteLink', siteUrl: step.siteUrl, text: step.text, ...posted }
    case 'noticed': return { type: 'PublishNotice', where: 'site', text: step.text, publishedAt: step.at, link: step.link }
    case 'emergency': return { type: 'DeclareEmergency', reason: step.reason, flaggedAt: step.at }
    case 'appealOffered': return { type: 'OfferAppeal', text: step.text, place: visibility, offeredAt: step.at }
    case 'noted': return { type: 'AddNote', text: step.text }
    default: return assertNever(step, 'training step')
  }
}
