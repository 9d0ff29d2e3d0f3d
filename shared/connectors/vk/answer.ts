import { own, isRecord } from '../fields'
import type { IntakeContext, IntakeRows } from '../intake'
import { namesOf, shortNamesOf, readComment, readDirect, readPost, type Surroundings } from './message'

/** The community a wall belongs to, where the answer names exactly one. */
function onlyGroup(response: Readonly<Record<string, unknown>>): string | undefined {
  const groups = own(response, 'groups')
  const first: unknown = Array.isArray(groups) && groups.length === 1 ? groups[0] : undefined
  const id = isRecord(first) ? own(first, 'id') : undefined
  return typeof id === 'number' || typeof id === 'string' ? String(id).replace(/^-/, '') : undefined
}

/** Replies within replies: VK has two levels, a hostile file any number. */
const deepestThread = 8

/**
 * The content of `response` of `wall.getComments` (with `thread.items`), `wall.get` or `messages.getHistory`: told apart item by
 * item, so that a file put together by hand is read too. Every item and every item of a thread is one row.
 */
export function readVkItems(response: Readonly<Record<string, unknown>>, where: string, context: IntakeContext, rows: IntakeRows): void {
  const names = namesOf(response)
  const group = onlyGroup(response)
  const around: Surroundings = { ...context, names, shortNames: shortNamesOf(response), ...(group === undefined ? {} : { groupId: group }) }
  const items = own(response, 'items')
  const pending = (Array.isArray(items) ? items : []).map((item: unknown, index) => ({ item, where: `${where}items[${index}]`, depth: 0, owner: '', post: '' }))
  pending.reverse()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { item, depth, owner, post } = next
    if (depth > deepestThread) {
      rows.leave(next.where, { refuse: 'tooDeep' })
      continue
    }
    if (!isRecord(item)) {
      rows.leave(next.where, { refuse: 'wrongType' })
      continue
    }
    if (own(item, 'peer_id') !== undefined) {
      const direct = readDirect(item, around)
      if (!direct.ok) rows.leave(next.where, direct.error)
      else {
        const { editedAt: _, ...message } = direct.value
        rows.take(message)
      }
      continue
    }
    if (own(item, 'post_type') !== undefined) {
      rows.add(next.where, readPost(item, around))
      continue
    }
    const comment = readComment(item, around, { ...(owner === '' ? {} : { owner }), ...(post === '' ? {} : { post }) })
    if (!comment.ok) rows.leave(next.where, comment.error)
    else if ('type' in comment.value) rows.take(comment.value)
    else rows.take({ type: 'deletion', network: 'vk', visibility: 'public', externalId: comment.value.removed, by: 'unknown' })

    const thread = own(item, 'thread')
    const replies = isRecord(thread) ? own(thread, 'items') : undefined
    if (!Array.isArray(replies)) continue
    const inherited = { owner: idText(own(item, 'owner_id')) || owner, post: idText(own(item, 'post_id')) || post }
    for (let index = replies.length - 1; index >= 0; index--) {
      pending.push({ item: replies[index] as unknown, where: `${next.where}.thread.items[${index}]`, depth: depth + 1, ...inherited })
    }
  }
}

const idText = (id: unknown): string => (typeof id === 'number' && Number.isInteger(id) ? String(id) : typeof id === 'string' && /^-?\d+$/.test(id) ? id : '')
