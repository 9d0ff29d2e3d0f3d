import { z } from 'zod'
import type { Attachment } from '../connector'
import { cleanLine, cleanUrl } from '../cleanText'
import { idSchema, isRecord, optional, own } from '../fields'

const sizeSchema = z.object({ url: z.string(), width: optional(z.number()), height: optional(z.number()) })
const mediaSchema = z.object({
  id: optional(idSchema),
  owner_id: optional(idSchema),
  title: optional(z.string()),
  text: optional(z.string()),
  artist: optional(z.string()),
  name: optional(z.string()),
  question: optional(z.string()),
  url: optional(z.string()),
  link_mp3: optional(z.string()),
  player: optional(z.string()),
  size: optional(z.number().int().nonnegative()),
  ext: optional(z.string()),
  sizes: optional(z.array(z.unknown())),
  images: optional(z.array(z.unknown())),
})
type Media = z.infer<typeof mediaSchema>

/** VK's kinds and what they are to us; `titled` is what the person sees of a thing that has no title of its own. */
const kinds: Readonly<Record<string, { readonly kind: Attachment['kind']; readonly titled?: string }>> = {
  photo: { kind: 'photo' },
  posted_photo: { kind: 'photo' },
  graffiti: { kind: 'photo', titled: 'Граффити' },
  sticker: { kind: 'other', titled: 'Стикер' },
  video: { kind: 'video' },
  clip: { kind: 'video' },
  video_message: { kind: 'video', titled: 'Видеосообщение' },
  audio: { kind: 'audio' },
  audio_message: { kind: 'audio', titled: 'Голосовое сообщение' },
  podcast: { kind: 'audio' },
  doc: { kind: 'document' },
  link: { kind: 'link' },
  article: { kind: 'link' },
  page: { kind: 'link' },
  note: { kind: 'link' },
  wall: { kind: 'link', titled: 'Запись на стене' },
  wall_reply: { kind: 'link', titled: 'Комментарий' },
  poll: { kind: 'other', titled: 'Опрос' },
  album: { kind: 'link', titled: 'Альбом' },
  market: { kind: 'link', titled: 'Товар' },
  market_album: { kind: 'link', titled: 'Подборка товаров' },
  gift: { kind: 'other', titled: 'Подарок' },
  story: { kind: 'link', titled: 'История' },
}

function largest(sizes: readonly unknown[] | undefined): string | undefined {
  let best: { url: string; area: number } | undefined
  for (const size of sizes ?? []) {
    const read = sizeSchema.safeParse(size)
    if (!read.success) continue
    const area = (read.data.width ?? 0) * (read.data.height ?? 0)
    if (best === undefined || area >= best.area) best = { url: read.data.url, area }
  }
  return best?.url
}

/** The page of the thing on the network, for kinds that come without a file. */
function pageOf(type: string, media: Media): string | undefined {
  if (media.id === undefined || media.owner_id === undefined) return undefined
  return ['video', 'clip', 'wall', 'photo', 'posted_photo', 'poll'].includes(type)
    ? `https://vk.com/${type === 'posted_photo' ? 'photo' : type}${media.owner_id}_${media.id}`
    : undefined
}

/** One of VK's attachments, whatever it is; undefined when it is nothing at all. */
function attachmentOf(raw: unknown): Attachment | undefined {
  if (!isRecord(raw)) return undefined
  const type = own(raw, 'type')
  if (typeof type !== 'string') return undefined
  const known = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  const read = mediaSchema.safeParse(own(raw, type))
  const media: Media = read.success ? read.data : mediaSchema.parse({})
  const title = [media.artist, media.title ?? media.name ?? media.question].filter((part) => part !== undefined && part !== '').join(' — ')
  const name = cleanLine(title !== '' ? title : (known?.titled ?? (known === undefined ? type : '')))
  const file = largest(media.sizes) ?? largest(media.images) ?? media.link_mp3 ?? media.url ?? media.player ?? pageOf(type, media)
  const url = file === undefined ? undefined : cleanUrl(file)
  return {
    kind: known?.kind ?? 'other',
    ...(name === '' ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    ...(media.size === undefined ? {} : { size: media.size }),
  }
}

const placeSchema = z.object({ place: optional(z.object({ title: optional(z.string()) })), coordinates: optional(z.unknown()) })

/** The attached place (`geo` stands beside the attachments). */
export function placeOf(raw: unknown): Attachment | undefined {
  const read = placeSchema.safeParse(raw)
  if (!read.success || raw === undefined) return undefined
  const coordinates = read.data.coordinates
  const point = isRecord(coordinates) ? [own(coordinates, 'latitude'), own(coordinates, 'longitude')].join(', ') : typeof coordinates === 'string' ? coordinates : ''
  const name = cleanLine(['Место', read.data.place?.title, point].filter((part) => part !== undefined && part !== '').join(': '))
  return { kind: 'other', name }
}

/** At most this many of one message are kept: VK allows 10, a hostile file any number. */
export const mostAttachments = 50

export function attachmentsOf(raw: unknown, geo?: unknown): Attachment[] {
  const list = Array.isArray(raw) ? raw.slice(0, mostAttachments).map(attachmentOf) : []
  return [...list, placeOf(geo)].filter((attachment) => attachment !== undefined)
}
