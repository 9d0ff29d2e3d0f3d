import { z } from 'zod'
import { err, ok, type Result } from '../../lib/result'
import type { FetchedItem } from '../connector'
import { idSchema, isRecord, optional, own, problemOf } from '../fields'
import type { IntakeContext, IntakeRows, RowOutcome } from '../intake'
import { asEdit, readComment, readDirect, readPost, type Names, type Surroundings } from './message'

const eventSchema = z.object({ type: z.string(), event_id: optional(z.string()), group_id: optional(idSchema), object: z.unknown().optional() })
const deletionSchema = z.object({ owner_id: idSchema, id: idSchema, user_id: optional(idSchema), deleter_id: optional(idSchema) })

/** Events of the community that carry nobody's message. */
const service = new Set([
  'message_allow', 'message_deny', 'message_typing_state', 'message_event', 'message_read', 'message_reaction_event', 'group_join',
  'group_leave', 'group_change_settings', 'group_change_photo', 'group_officers_edit', 'user_block', 'user_unblock', 'like_add',
  'like_remove', 'poll_vote_new', 'photo_new', 'audio_new', 'video_new', 'wall_repost',
])

const none: Names = new Map()

/**
 * `a_check` of a community's Long Poll. The same `event_id` twice is one event; pass `seen` to know repeats across answers (it is
 * added to). The names of authors do not come with events.
 */
export function readLongPoll(answer: Readonly<Record<string, unknown>>, where: string, context: IntakeContext, rows: IntakeRows, seen: Set<string>): void {
  const updates = own(answer, 'updates')
  const list: readonly unknown[] = Array.isArray(updates) ? updates : []
  list.forEach((update, index) => {
    const place = `${where}updates[${index}]`
    const read = eventSchema.safeParse(update)
    if (!read.success) {
      rows.leave(place, { refuse: 'wrongType', detail: problemOf(read.error) })
      return
    }
    const { type, event_id: eventId, group_id: groupId, object } = read.data
    if (eventId !== undefined && seen.has(eventId)) {
      rows.leave(place, { skip: 'repeated', detail: 'event_id' })
      return
    }
    const row = readEvent(type, object, { ...context, names: none, ...(groupId === undefined ? {} : { groupId: groupId.replace(/^-/, '') }) })
    // A refused event may come again mended; what was taken or rightly left is not looked at twice.
    if (eventId !== undefined && (row.ok || 'skip' in row.error)) seen.add(eventId)
    rows.add(place, row)
  })
}

function readEvent(type: string, object: unknown, around: Surroundings): Result<FetchedItem, RowOutcome> {
  switch (type) {
    case 'wall_reply_new':
    // A restored comment is a message that is there: known to the case by its id, or new if it was gone before we looked.
    case 'wall_reply_restore': {
      const comment = readComment(object, around)
      if (!comment.ok) return comment
      return 'type' in comment.value ? ok(comment.value) : err({ skip: 'serviceEvent' })
    }
    case 'wall_reply_edit': {
      const comment = readComment(object, around)
      if (!comment.ok) return comment
      return 'type' in comment.value ? ok(asEdit(comment.value)) : err({ skip: 'serviceEvent' })
    }
    case 'wall_reply_delete':
      return readDeletion(object, around)
    case 'wall_post_new':
      return readPost(object, around)
    case 'message_new': {
      const direct = readDirect(isRecord(object) && isRecord(own(object, 'message')) ? own(object, 'message') : object, around)
      if (!direct.ok) return direct
      const { editedAt: _, ...message } = direct.value
      return ok(message)
    }
    case 'message_edit': {
      const direct = readDirect(isRecord(object) && isRecord(own(object, 'message')) ? own(object, 'message') : object, around)
      if (!direct.ok) return direct
      const { editedAt, ...message } = direct.value
      return ok(asEdit(message, editedAt))
    }
    case 'message_reply':
      return err({ skip: 'ownReply' })
    default:
      return service.has(type) ? err({ skip: 'serviceEvent', detail: type }) : err({ refuse: 'unknownEvent', detail: type.slice(0, 60) })
  }
}

function readDeletion(object: unknown, around: Surroundings): Result<FetchedItem, RowOutcome> {
  const read = deletionSchema.safeParse(object)
  if (!read.success) return err({ refuse: 'wrongType', detail: problemOf(read.error) })
  const { owner_id: owner, id, user_id: user, deleter_id: deleter } = read.data
  if (user === `-${around.groupId}` || user === owner) return err({ skip: 'ownReply' })
  const by = user === undefined || deleter === undefined ? 'unknown' : user === deleter ? 'author' : 'other'
  return ok({ type: 'deletion', network: 'vk', visibility: 'public', externalId: `wall${owner}_${id}`, by })
}
