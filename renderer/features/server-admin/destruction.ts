import { caseNumber } from '../../../shared/domain/journal/identity'
import type { ErasureAct } from '../../application/server/erasures'
import type { InstantFormat } from '../../format/instants'
import { serverAdmin } from '../../i18n/ru/serverAdmin'

const words = serverAdmin.act

/** What the order № 179 wants in the act and in the extract; filled in by a person where the program cannot know. */
export interface Destruction {
  readonly operatorName: string
  readonly operatorAddress: string
  readonly subjects: string
  readonly reason: string
  readonly categories: string
  readonly destroyers: string
  /** When the server was found without the words, or as a person knows better. */
  readonly destroyedAt: string
}

const ofAppeal = new Set(['AppealOffered', 'AppealConsentRecorded', 'AppealHandedOver', 'AppealRegistered'])
const ofMessage = new Set(['MessageReceived', 'MessageEditedByAuthor', 'MessageDeletedByAuthor'])

/** The categories of data that events of these kinds hold. */
export function categoriesOf(kinds: readonly string[]): readonly string[] {
  const { message, work, appeal } = words.category
  return [
    ...(kinds.some((kind) => ofMessage.has(kind)) ? [message] : []),
    ...(kinds.some((kind) => !ofMessage.has(kind) && !ofAppeal.has(kind)) ? [work] : []),
    ...(kinds.some((kind) => ofAppeal.has(kind)) ? [appeal] : []),
  ]
}

export const caseNumbers = ({ erasures }: ErasureAct): readonly string[] => [...new Set(erasures.map(({ caseId }) => caseNumber(caseId)))]
export const kindsOf = ({ erasures }: ErasureAct): readonly string[] => erasures.flatMap(({ kinds }) => kinds)
export const eventsOf = ({ erasures }: ErasureAct): readonly string[] => [...new Set(erasures.flatMap(({ events }) => events))]
export const awaitedOf = ({ erasures }: ErasureAct): readonly string[] => [...new Set(erasures.flatMap(({ awaited }) => awaited))]

/** What is known of the words of an act: an act confirms only what was looked for, so one event that is not here leaves it open. */
export function standingOf(act: ErasureAct, remains: { readonly events: ReadonlySet<string> } | null): { readonly kind: 'notAsked' } | { readonly kind: 'gone' } | { readonly kind: 'still' | 'awaited'; readonly count: number } {
  if (remains === null) return { kind: 'notAsked' }
  const still = eventsOf(act).filter((id) => remains.events.has(id)).length
  if (still > 0) return { kind: 'still', count: still }
  const awaited = awaitedOf(act).length
  return awaited > 0 ? { kind: 'awaited', count: awaited } : { kind: 'gone' }
}

/** The extract from the journal, a line for each erasure: CSV with semicolons and a byte order mark, as office programs read it. */
export function extractOf(act: ErasureAct, said: Destruction, format: Pick<InstantFormat, 'full'>, nameOf: (id: ErasureAct['erasures'][number]['by']) => string): string {
  const columns = words.extractColumns
  const head = [columns.number, columns.subject, columns.categories, columns.system, columns.reason, columns.date, columns.by, columns.record, columns.records]
  const lines = act.erasures.map(({ caseId, at, by, reason, kinds, event }) => {
    const number = caseNumber(caseId)
    return [number, words.subjectOf(number), categoriesOf(kinds).join('; '), words.systemName, reason ?? said.reason, said.destroyedAt, `${nameOf(by)}, ${format.full(at)}`, event, String(kinds.length)]
  })
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`
}

/** Quoted, and no formula: a table program would reckon it. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
