import type { FetchedItem, FetchedMessage } from '../../shared/connectors/connector'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command } from '../../shared/domain/case/command'
import type { Rejection } from '../../shared/domain/case/rejections'
import { caseIdFor } from '../../shared/domain/journal/identity'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Result } from '../../shared/lib/result'
import { assertNever } from '../../shared/lib/assertNever'
import type { EventId } from '../../shared/domain/journal/ids'
import type { IntakeOutcome, LongWork } from './application'
import { sit, type DeskParts, type Sitting } from './desk'

/** Items to one transaction: a person's action never waits longer than for one such piece. */
const pieceSize = 200

interface Tally {
  readonly added: CaseId[]
  alreadyThere: number
  edited: number
  deleted: number
  unknown: number
  readonly rejected: { readonly item: FetchedItem; readonly rejection: Rejection }[]
}

/**
 * Takes fetched messages into the journal. A piece is stored whole before it is counted; a cancelled import keeps what is
 * stored, and the same import again adds only what is missing. Throws StorageFailure with the pieces before it stored.
 */
export async function takeIn(parts: DeskParts, items: readonly FetchedItem[], work: LongWork = {}): Promise<IntakeOutcome> {
  const tally: Tally = { added: [], alreadyThere: 0, edited: 0, deleted: 0, unknown: 0, rejected: [] }
  for (let from = 0; from < items.length; from += pieceSize) {
    if (work.signal?.aborted === true) return { ...tally, cancelled: true }
    const piece = items.slice(from, from + pieceSize)
    await sit(parts, async (sitting) => {
      const ids = [...new Set(piece.map(caseOfItem))]
      sitting.learn(await parts.cases.getMany(ids), ids)
      const counts: (() => void)[] = []
      for (const item of piece) counts.push(await takeOne(sitting, item, tally))
      await sitting.append()
      for (const count of counts) count()
    })
    work.onProgress?.({ done: Math.min(from + pieceSize, items.length), total: items.length })
    await breath()
  }
  return { ...tally, cancelled: false }
}

export const caseOfItem = (item: FetchedItem): CaseId => caseIdFor(item.network, item.externalId)

/** Lets the window draw and react between pieces. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Decides one item; the returned step counts it once it is stored. */
async function takeOne(sitting: Sitting, item: FetchedItem, tally: Tally): Promise<() => void> {
  const caseId = caseOfItem(item)
  const before = await sitting.stateOf(caseId)
  if (before === undefined && item.type !== 'message') return () => void tally.unknown++
  const outcome = await sitting.decide(caseId, commandFor(item))
  return () => count(tally, item, caseId, before, outcome)
}

function count(tally: Tally, item: FetchedItem, caseId: CaseId, before: CaseState | undefined, outcome: Result<readonly EventId[], Rejection>): void {
  if (!outcome.ok) {
    const { reason } = outcome.error
    if (reason === 'alreadyReceived' || reason === 'nothingChanged') tally.alreadyThere++
    else tally.rejected.push({ item, rejection: outcome.error })
  } else if (item.type === 'deletion') tally.deleted++
  else if (before === undefined) tally.added.push(caseId)
  else tally.edited++
}

export function commandFor(item: FetchedItem): Command {
  switch (item.type) {
    case 'message':
      return { type: 'ReceiveMessage', ...messageOf(item) }
    case 'edit':
      return { type: 'RecordAuthorEdit', text: item.text, attachments: [...item.attachments], ...(item.editedAt === undefined ? {} : { editedAt: item.editedAt }) }
    case 'deletion':
      return { type: 'RecordAuthorDeletion' }
    default:
      return assertNever(item, 'fetched item')
  }
}

const messageOf = ({ type: _type, flags: _flags, attachments, ...message }: FetchedMessage) => ({ ...message, attachments: [...attachments] })
