import type { FetchedItem } from '../connectors/connector'
import { externalKey } from '../connectors/identity'
import { readAnswer } from '../connectors/readAnswer'
import { instant, type Instant } from '../domain/time/instant'
import { plan } from './plan'
import okComments from './samples/okComments.json'
import okMessages from './samples/okMessages.json'
import vkComments from './samples/vkComments.json'
import vkDirect from './samples/vkDirect.json'
import vkLongPoll from './samples/vkLongPoll.json'
import type { TrainingStep } from './step'

/** The latest instant that has so much working time between it and `t`: `workingTime.subtract('working', t, ms)` of the deadline engine. */
export type WorkingBefore = (t: Instant, workingMs: number) => Instant

export interface TrainingSet {
  /** Messages with an edit and a deletion among them, in the order of placement. */
  readonly items: readonly FetchedItem[]
  /** What has been done to them, in the order of time; to be applied after the items. */
  readonly steps: readonly TrainingStep[]
}

const planOf = (externalId: string) => plan[externalId.replace(/^(?:wall-?\d+_|comment-)/, '')]
/** Read as if long after they were written: their own dates do not matter here. */
const later = instant(Date.UTC(2100, 0, 1))
const workingMs = (hours: number) => Math.round(hours * 3_600_000)

/**
 * The training messages as of `now`: some due soon, some overdue, some closed, by working time, so that it is the same at night and
 * after holidays. Everything in it is invented.
 */
export function trainingMessages(now: Instant, workingBefore: WorkingBefore): TrainingSet {
  const okTopic = { groupId: '570000000099', topicId: '169000000000000' }
  const fetched = [vkComments, vkLongPoll, vkDirect, okComments, okMessages].flatMap((answer) => readAnswer(answer, { now: later, okTopic }).taken)
  const at = (hours: number) => workingBefore(now, workingMs(hours))
  const moved = fetched.map((item): { readonly item: FetchedItem; readonly when: number } => {
    const placed = planOf(item.externalId)?.placed ?? 1
    const placedAt = at(placed)
    if (item.type === 'message') return { item: { ...item, placedAt }, when: placedAt }
    // An edit and a deletion come after the message they speak of.
    return { item: item.type === 'edit' ? { ...item, editedAt: at(placed / 2) } : item, when: at(placed / 2) }
  })
  const steps = fetched.flatMap((item) =>
    item.type !== 'message' ? [] : (planOf(item.externalId)?.done ?? []).map(([hours, act]): TrainingStep => ({ ...act, message: externalKey(item), at: at(hours) })),
  )
  return {
    items: moved.sort((a, b) => a.when - b.when).map(({ item }) => item),
    steps: steps.sort((a, b) => a.at - b.at),
  }
}
