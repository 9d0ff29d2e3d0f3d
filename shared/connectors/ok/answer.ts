import { z } from 'zod'
import { err, ok, type Result } from '../../lib/result'
import { cleanLine, cleanText, cleanUrl } from '../cleanText'
import type { Attachment, FetchedMessage } from '../connector'
import { idSchema, isRecord, optional, own, problemOf, timeSchema } from '../fields'
import { isOwnPage } from '../ownPages'
import { maxTextLength, placementOf, type IntakeContext, type IntakeRows, type RowOutcome } from '../intake'

const keySchema = z.union([z.string().min(1).max(200), z.number().int().transform(String)])

const commentSchema = z.object({
  id: keySchema,
  text: z.string().nullish(),
  date_ms: timeSchema.nullish(),
  author_id: optional(idSchema),
  author_name: optional(z.string()),
  author_type: optional(z.string()),
  reply_to_comment_id: optional(keySchema),
  type: optional(z.string()),
  attachments: z.unknown().optional(),
})

const directSchema = z.object({
  sender: z.object({ user_id: optional(z.string()), name: optional(z.string()) }),
  recipient: optional(z.object({ chat_id: optional(z.string()) })),
  message: z.object({ text: z.string().nullish(), mid: z.string().min(1).max(200), attachments: z.unknown().optional(), reply_to: optional(z.string()) }),
  timestamp: timeSchema.nullish(),
})

const kinds: Readonly<Record<string, Attachment['kind']>> = {
  PHOTO: 'photo', IMAGE: 'photo', VIDEO: 'video', MOVIE: 'video', AUDIO: 'audio', MUSIC: 'audio', FILE: 'document', LINK: 'link', SHARE: 'link', TOPIC: 'link',
}

function attachmentsOf(raw: unknown): Attachment[] {
  return (Array.isArray(raw) ? raw.slice(0, 50) : []).flatMap((item: unknown): Attachment[] => {
    if (!isRecord(item)) return []
    const type = own(item, 'type')
    const payload = own(item, 'payload')
    const source = isRecord(payload) ? payload : item
    const address = ['url', 'pic_max', 'pic640x480', 'standard_url', 'link'].map((field) => own(source, field)).find((value) => typeof value === 'string')
    const title = ['title', 'name', 'description'].map((field) => own(source, field)).find((value) => typeof value === 'string')
    const url = typeof address === 'string' ? cleanUrl(address) : undefined
    const name = typeof title === 'string' ? cleanLine(title) : ''
    const kind = typeof type === 'string' && Object.hasOwn(kinds, type.toUpperCase()) ? kinds[type.toUpperCase()] : undefined
    return [{ kind: kind ?? 'other', ...(name === '' ? {} : { name }), ...(url === undefined ? {} : { url }) }]
  })
}

/** Everything the two shapes share once their own fields are named. */
function messageFrom(
  fields: { text: string | null | undefined; time: number | null | undefined; attachments: unknown; authorId: string; authorName: string | undefined },
  context: IntakeContext,
  rest: Pick<FetchedMessage, 'visibility' | 'externalId' | 'link' | 'replyTo'>,
): Result<FetchedMessage, RowOutcome> {
  if (fields.time === null || fields.time === undefined) return err({ refuse: 'missingDate' })
  const placedAt = placementOf(fields.time, context.now)
  if (!placedAt.ok) return placedAt
  const attachments = attachmentsOf(fields.attachments)
  const raw = fields.text ?? ''
  if (raw.length > maxTextLength) return err({ refuse: 'textTooLong', detail: `${raw.length}` })
  if (raw.trim() === '' && attachments.length === 0) return err({ refuse: 'missingText' })
  const { text, flags } = cleanText(raw)
  const name = fields.authorName === undefined ? '' : cleanLine(fields.authorName, 300)
  const author = { externalId: fields.authorId, ...(name === '' ? {} : { name }) }
  return ok({ type: 'message', network: 'ok', ...rest, text, author, placedAt: placedAt.value, attachments, flags })
}

/** Removed comments stay in a discussion as shells of these types. */
const removed = new Set(['REMOVED_MESSAGE', 'DELETED_MESSAGE', 'BLOCKED_MESSAGE'])

/**
 * `discussions.getComments`. The instant is `date_ms`: `date` is the office's wall clock without a zone and is not read.
 * The answer does not say which topic it belongs to, so the address comes from `context.okTopic`.
 */
export function readOkComments(answer: Readonly<Record<string, unknown>>, where: string, context: IntakeContext, rows: IntakeRows): void {
  const list = own(answer, 'comments')
  const topic = context.okTopic
  const link = topic === undefined ? undefined : `https://ok.ru/group/${topic.groupId}/topic/${topic.topicId}`
  for (const [index, raw] of (Array.isArray(list) ? (list as readonly unknown[]) : []).entries()) {
    const place = `${where}comments[${index}]`
    const read = commentSchema.safeParse(raw)
    if (!read.success) {
      rows.leave(place, { refuse: isRecord(raw) && own(raw, 'id') === undefined ? 'missingId' : 'wrongType', detail: problemOf(read.error) })
      continue
    }
    const comment = read.data
    const externalId = `comment-${cleanLine(comment.id, 200)}`
    if (comment.type !== undefined && removed.has(comment.type)) {
      rows.take({ type: 'deletion', network: 'ok', visibility: 'public', externalId, by: 'unknown' })
      continue
    }
    const author = comment.author_id
    if (author === undefined) {
      rows.leave(place, { refuse: 'missingId', detail: 'author_id' })
      continue
    }
    // An answer in the group's name has the group as its author.
    if (comment.author_type === 'GROUP' || author === topic?.groupId || isOwnPage(context.ownPages, { network: 'ok', id: author })) {
      rows.leave(place, { skip: 'ownReply' })
      continue
    }
    const replyTo = comment.reply_to_comment_id
    rows.add(
      place,
      messageFrom(
        { text: comment.text, time: comment.date_ms, attachments: comment.attachments, authorId: author, authorName: comment.author_name },
        context,
        {
          visibility: 'public',
          externalId,
          ...(link === undefined ? {} : { link }),
          ...(replyTo === undefined ? {} : { replyTo: `comment-${cleanLine(replyTo, 200)}` }),
        },
      ),
    )
  }
}

/** Graph API `/me/messages/{chat}`: `sender`, `message.mid`, `timestamp` in ms. */
export function readOkMessages(answer: Readonly<Record<string, unknown>>, where: string, context: IntakeContext, rows: IntakeRows): void {
  const list = own(answer, 'messages')
  for (const [index, raw] of (Array.isArray(list) ? (list as readonly unknown[]) : []).entries()) {
    const place = `${where}messages[${index}]`
    const read = directSchema.safeParse(raw)
    if (!read.success) {
      const message = isRecord(raw) ? own(raw, 'message') : undefined
      rows.leave(place, { refuse: isRecord(message) && own(message, 'mid') === undefined ? 'missingId' : 'wrongType', detail: problemOf(read.error) })
      continue
    }
    const { sender, recipient, message, timestamp } = read.data
    const author = sender.user_id?.replace(/^user:/, '')
    if (author === undefined || author === '') {
      rows.leave(place, { refuse: 'missingId', detail: 'sender.user_id' })
      continue
    }
    if (author.startsWith('group:') || isOwnPage(context.ownPages, { network: 'ok', id: author })) {
      rows.leave(place, { skip: 'ownReply' })
      continue
    }
    const chat = recipient?.chat_id?.replace(/^chat:/, '')
    rows.add(
      place,
      messageFrom(
        { text: message.text, time: timestamp, attachments: message.attachments, authorId: cleanLine(author, 200), authorName: sender.name },
        context,
        {
          visibility: 'private',
          externalId: cleanLine(message.mid, 200),
          ...(chat !== undefined && /^[\w-]{1,100}$/.test(chat) ? { link: `https://ok.ru/messages/${chat}` } : {}),
          ...(message.reply_to === undefined ? {} : { replyTo: cleanLine(message.reply_to, 200) }),
        },
      ),
    )
  }
}
