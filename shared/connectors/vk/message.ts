import { z } from 'zod'
import type { Instant } from '../../domain/time/instant'
import { err, ok, type Result } from '../../lib/result'
import { cleanLine, cleanText } from '../cleanText'
import type { AuthorEdit, FetchedMessage } from '../connector'
import { idSchema, isRecord, optional, own, problemOf, timeSchema } from '../fields'
import { maxTextLength, placementOf, type IntakeContext, type RowOutcome } from '../intake'
import { isOwnPage } from '../ownPages'
import { attachmentsOf, mostAttachments } from './attachments'

/** Ids to names, from `profiles` and `groups` of the same answer. A community's id is negative. */
export type Names = ReadonlyMap<string, string>

export function namesOf(response: Readonly<Record<string, unknown>>): Names {
  const names = new Map<string, string>()
  const profiles = own(response, 'profiles')
  for (const raw of Array.isArray(profiles) ? profiles : []) {
    const profile = z.object({ id: idSchema, first_name: optional(z.string()), last_name: optional(z.string()) }).safeParse(raw)
    if (!profile.success) continue
    const name = cleanLine([profile.data.first_name, profile.data.last_name].filter(Boolean).join(' '), 300)
    if (name !== '') names.set(profile.data.id, name)
  }
  const groups = own(response, 'groups')
  for (const raw of Array.isArray(groups) ? groups : []) {
    const group = z.object({ id: idSchema, name: z.string() }).safeParse(raw)
    if (group.success) names.set(`-${group.data.id.replace(/^-/, '')}`, cleanLine(group.data.name, 300))
  }
  return names
}

/** Ids to short names, from the same two lists. */
export function shortNamesOf(response: Readonly<Record<string, unknown>>): Names {
  const names = new Map<string, string>()
  const read = (list: unknown, idOf: (id: string) => string) => {
    for (const raw of Array.isArray(list) ? list : []) {
      const one = z.object({ id: idSchema, screen_name: z.string().min(1).max(100) }).safeParse(raw)
      if (one.success) names.set(idOf(one.data.id), one.data.screen_name)
    }
  }
  read(own(response, 'profiles'), (id) => id)
  read(own(response, 'groups'), (id) => `-${id.replace(/^-/, '')}`)
  return names
}

const commentSchema = z.object({
  id: idSchema,
  from_id: optional(idSchema),
  date: timeSchema.nullish(),
  text: z.string().nullish(),
  post_id: optional(idSchema),
  owner_id: optional(idSchema),
  post_owner_id: optional(idSchema),
  reply_to_comment: optional(idSchema),
  parents_stack: optional(z.array(idSchema)),
  deleted: z.boolean().optional().catch(undefined),
  attachments: z.unknown().optional(),
  geo: z.unknown().optional(),
})

const directSchema = z.object({
  id: optional(idSchema),
  conversation_message_id: optional(idSchema),
  peer_id: idSchema,
  from_id: optional(idSchema),
  date: timeSchema.nullish(),
  update_time: optional(timeSchema),
  text: z.string().nullish(),
  out: optional(z.union([z.literal(0), z.literal(1)])),
  action: z.unknown().optional(),
  attachments: z.unknown().optional(),
  geo: z.unknown().optional(),
  fwd_messages: z.unknown().optional(),
  reply_message: z.unknown().optional(),
})

export interface Surroundings extends IntakeContext {
  readonly names: Names
  /** Ids to short names (`screen_name`), where the answer tells them. */
  readonly shortNames?: Names
  /** The community whose page or messages these are, as a positive number in a string. */
  readonly groupId?: string
}

/** What stands in for a comment that the network only names: it was removed. */
export type ReadComment = { readonly removed: string; readonly id: string } | FetchedMessage

const externalComment = (owner: string, id: string) => `wall${owner}_${id}`

/** The address of a comment; `thread` opens the branch it stands in. */
export function commentLink(owner: string, post: string, comment: string, thread?: string): string {
  return `https://vk.com/wall${owner}_${post}?reply=${comment}${thread === undefined ? '' : `&thread=${thread}`}`
}

function wordsOf(text: string, attachments: readonly unknown[]): Result<string, RowOutcome> {
  if (text.length > maxTextLength) return err({ refuse: 'textTooLong', detail: `${text.length}` })
  if (text.trim() === '' && attachments.length === 0) return err({ refuse: 'missingText' })
  return ok(text)
}

function secondsOf(date: number | null | undefined, around: IntakeContext): Result<Instant, RowOutcome> {
  return date === null || date === undefined ? err({ refuse: 'missingDate' }) : placementOf(date * 1000, around.now)
}

function authorOf(id: string, around: Surroundings): FetchedMessage['author'] {
  const name = around.names.get(id)
  return name === undefined ? { externalId: id } : { externalId: id, name }
}

const isOwn = (id: string, owner: string | undefined, around: Surroundings): boolean =>
  isOwnPage(around.ownPages, { network: 'vk', id: around.shortNames?.get(id) ?? id }) || isOwnPage(around.ownPages, { network: 'vk', id }) || (id.startsWith('-') && (id === owner || id === `-${around.groupId}`))

/** A comment of `wall.getComments` or of a `wall_reply_*` event. `defaults` come from where it stood. */
export function readComment(raw: unknown, around: Surroundings, defaults: { owner?: string; post?: string } = {}): Result<ReadComment, RowOutcome> {
  const read = commentSchema.safeParse(raw)
  if (!read.success) return err({ refuse: isRecord(raw) && own(raw, 'id') === undefined ? 'missingId' : 'wrongType', detail: problemOf(read.error) })
  const comment = read.data
  const owner = comment.owner_id ?? comment.post_owner_id ?? defaults.owner
  if (owner === undefined) return err({ refuse: 'missingId', detail: 'owner_id' })
  const externalId = externalComment(owner, comment.id)
  if (comment.deleted === true) return ok({ removed: externalId, id: comment.id })
  if (comment.from_id === undefined) return err({ refuse: 'missingId', detail: 'from_id' })
  if (isOwn(comment.from_id, owner, around)) return err({ skip: 'ownReply' })
  const placedAt = secondsOf(comment.date, around)
  if (!placedAt.ok) return placedAt
  const attachments = attachmentsOf(comment.attachments, comment.geo)
  const words = wordsOf(comment.text ?? '', attachments)
  if (!words.ok) return words
  const { text, flags } = cleanText(words.value)
  const post = comment.post_id ?? defaults.post
  const thread = comment.parents_stack?.[0]
  const parent = comment.reply_to_comment ?? comment.parents_stack?.at(-1)
  return ok({
    type: 'message',
    network: 'vk',
    visibility: 'public',
    externalId,
    text,
    author: authorOf(comment.from_id, around),
    ...(post === undefined ? {} : { link: commentLink(owner, post, comment.id, thread) }),
    placedAt: placedAt.value,
    attachments,
    ...(parent === undefined ? {} : { replyTo: externalComment(owner, parent) }),
    flags,
  })
}

/** A record that a visitor left on the page's own wall. Records and comments of one wall share their numbers. */
export function readPost(raw: unknown, around: Surroundings): Result<FetchedMessage, RowOutcome> {
  const read = readComment(raw, around)
  if (!read.ok) return read
  if (!('type' in read.value)) return err({ skip: 'serviceEvent' })
  return ok({ ...read.value, link: `https://vk.com/${read.value.externalId}` })
}

/** More forwarded messages than this no person sends at once. */
const mostForwarded = 100

/** Forwarded messages and those that they forward in their turn, in the order in which they are read. */
function forwardedIn(message: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = []
  const listOf = (whole: Readonly<Record<string, unknown>>): readonly unknown[] => {
    const list = own(whole, 'fwd_messages')
    return Array.isArray(list) ? list.slice(0, mostForwarded).reverse() : []
  }
  const pending = [...listOf(message)]
  while (pending.length > 0 && found.length < mostForwarded) {
    const next = pending.pop()
    if (!isRecord(next)) continue
    found.push(next)
    pending.push(...listOf(next))
  }
  return found
}

/** Words of forwarded messages stand after the person's own, so that nothing that was sent is lost. */
function withForwarded(text: string, forwarded: readonly Readonly<Record<string, unknown>>[]): string {
  const words = forwarded
    .map((message) => own(message, 'text'))
    .filter((inner) => typeof inner === 'string' && inner.trim() !== '')
    .map((inner) => `[Пересланное сообщение]\n${String(inner)}`)
  return [text, ...words].filter((part) => part.trim() !== '').join('\n\n')
}

/** Peer ids from here on are conversations of several people. */
const firstChat = 2_000_000_000

/** A direct message of `message_new`, `message_edit` or `messages.getHistory`. */
export function readDirect(raw: unknown, around: Surroundings): Result<FetchedMessage & { readonly editedAt?: Instant }, RowOutcome> {
  const read = directSchema.safeParse(raw)
  if (!read.success) return err({ refuse: isRecord(raw) && own(raw, 'peer_id') === undefined ? 'missingId' : 'wrongType', detail: problemOf(read.error) })
  const message = read.data
  // `id` is 0 for a community's own messages in new versions: the number within the conversation is the one that lasts.
  const number = message.conversation_message_id ?? (message.id === '0' ? undefined : message.id)
  if (number === undefined || number === '0') return err({ refuse: 'missingId', detail: 'conversation_message_id' })
  const from = message.from_id ?? message.peer_id
  const withOnePerson = Number(message.peer_id) < firstChat
  const fromCommunity = from.startsWith('-') && from !== message.peer_id && withOnePerson
  if (message.out === 1 || fromCommunity || isOwn(from, undefined, around)) return err({ skip: 'ownReply' })
  if (isRecord(message.action)) return err({ skip: 'serviceEvent', detail: 'action' })
  const placedAt = secondsOf(message.date, around)
  if (!placedAt.ok) return placedAt
  const forwarded = forwardedIn(message)
  const attachments = [
    ...attachmentsOf(message.attachments, message.geo),
    ...forwarded.flatMap((inner) => attachmentsOf(own(inner, 'attachments'), own(inner, 'geo'))),
  ].slice(0, mostAttachments)
  const words = wordsOf(withForwarded(message.text ?? '', forwarded), attachments)
  if (!words.ok) return words
  const { text, flags } = cleanText(words.value)
  const answered = isRecord(message.reply_message) ? idSchema.safeParse(own(message.reply_message, 'conversation_message_id')) : undefined
  const chat = withOnePerson ? message.peer_id : `c${Number(message.peer_id) - firstChat}`
  const editedAt = message.update_time === undefined ? undefined : placementOf(message.update_time * 1000, around.now)
  return ok({
    type: 'message',
    network: 'vk',
    visibility: 'private',
    // Where the number within the conversation is not known the global one stands, marked so that the two never meet.
    externalId: message.conversation_message_id === undefined ? `im${message.peer_id}_g${number}` : `im${message.peer_id}_${number}`,
    text,
    author: authorOf(from, around),
    ...(around.groupId === undefined ? {} : { link: `https://vk.com/gim${around.groupId}?sel=${chat}` }),
    placedAt: placedAt.value,
    attachments,
    ...(answered?.success === true ? { replyTo: `im${message.peer_id}_${answered.data}` } : {}),
    flags,
    ...(editedAt?.ok === true ? { editedAt: editedAt.value } : {}),
  })
}

/** The same fields as an edit by the author. */
export function asEdit(message: FetchedMessage, editedAt?: Instant): AuthorEdit {
  const { network, visibility, externalId, text, attachments, flags } = message
  return { type: 'edit', network, visibility, externalId, text, attachments, ...(editedAt === undefined ? {} : { editedAt }), flags }
}
