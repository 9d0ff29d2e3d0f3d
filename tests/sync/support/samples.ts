import { sha256Hex } from '../../../shared/domain/journal/canonical'
import type { EventType, JournalEvent, NewEvent } from '../../../shared/domain/journal/event'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId, DeviceId, EventId, Sha256 } from '../../../shared/domain/journal/ids'
import { chainStart, seal } from '../../../shared/domain/journal/seal'
import type { Actor, DepartmentId } from '../../../shared/domain/people/roles'
import { instant } from '../../../shared/domain/time/instant'
import { placedAt } from '../../support/journal'

const some = `c${'1'.repeat(32)}~someone~${'2'.repeat(64)}` as EventId
const published = { place: 'public', publishedAt: placedAt, by: 'hand' } as const

/** The least that each kind may be. */
const parts: { readonly [T in EventType]: { readonly payload: Extract<NewEvent, { type: T }>['payload']; readonly personal: Extract<NewEvent, { type: T }>['personal'] } } = {
  MessageReceived: { payload: { network: 'vk', visibility: 'public', placedAt }, personal: { text: 'Яма на Мира — «по колено» 😟', author: { name: 'Житель' }, attachments: [] } },
  MessageEditedByAuthor: { payload: {}, personal: { text: 'Правка' } },
  MessageDeletedByAuthor: { payload: {}, personal: {} },
  MessageForwarded: { payload: { purpose: 'answer', network: 'vk', visibility: 'public', placedAt }, personal: { text: 'Яма', attachments: [{ kind: 'photo', sha256: '3'.repeat(64) as Sha256 }] } },
  ForwardingWithdrawn: { payload: { forwarding: some }, personal: { reason: 'Ошибка' } },
  ForwardingDeclined: { payload: { forwarding: some }, personal: { reason: 'Не наша компетенция' } },
  AnswerSubmitted: { payload: { forwarding: some }, personal: { text: 'Засыпали', attachments: [] } },
  AnswerReturned: { payload: { answer: some }, personal: { remarks: 'Срок?' } },
  AnswerPublished: { payload: published, personal: { text: 'Засыпали' } },
  PublicationFailed: { payload: { failedAt: placedAt, reason: 'network' }, personal: { text: 'Засыпали' } },
  ExplanationPublished: { payload: { ...published, ground: 'outOfCompetence' }, personal: { text: 'Разъясняем' } },
  SiteLinkPublished: { payload: published, personal: { text: 'Ответ на сайте', siteUrl: 'https://example.ru/a' } },
  HandlingRefused: { payload: { ground: 'insult' }, personal: {} },
  EmergencyDeclared: { payload: { flaggedAt: placedAt }, personal: { reason: 'Порыв' } },
  AppealOffered: { payload: { offeredAt: placedAt, place: 'public' }, personal: { text: 'Можно обратиться' } },
  AppealConsentRecorded: { payload: { givenAt: placedAt }, personal: { wording: 'Согласен', surname: 'Иванов', name: 'Иван' } },
  AppealHandedOver: { payload: { handedOverAt: placedAt, by: 'mail' }, personal: {} },
  AppealRegistered: { payload: { number: '59-1', registeredAt: placedAt }, personal: {} },
  NoticePublished: { payload: { where: 'site', publishedAt: placedAt }, personal: { text: 'Извещение' } },
  MarkedDuplicate: { payload: { of: `c${'4'.repeat(32)}` as CaseId }, personal: {} },
  CaseReopened: { payload: {}, personal: { reason: 'Снова' } },
  NoteAdded: { payload: {}, personal: { text: 'Заметка' } },
  PersonalDataErased: { payload: { act: 'Акт 1', erased: [some] }, personal: {} },
}

let made = 0

/** A sealed event of the kind that nobody has seen before; `words` make it large or unlike. */
export function sampleEvent(type: EventType, actor: Actor, options: { readonly department?: DepartmentId; readonly caseKey?: string; readonly lamport?: number; readonly personal?: object } = {}): JournalEvent {
  made += 1
  const decided = { type, ...parts[type], ...(options.personal === undefined ? {} : { personal: options.personal }), ...(options.department === undefined ? {} : { department: options.department }) } as NewEvent
  return seal(decided, {
    caseId: caseIdFor('vk', options.caseKey ?? `sample-${made}`),
    at: instant(placedAt + made),
    actor,
    device: `d${sha256Hex(actor.person).slice(0, 16)}` as DeviceId,
    deviceSeq: made,
    prevHash: chainStart,
    lamport: options.lamport ?? made,
    parents: [],
    salt: `salt-${made}`,
  })
}
