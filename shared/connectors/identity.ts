import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { FetchedItem, FetchedMessage, Network } from './connector'
import { readLink } from './link'

/** What makes two fetched items the same case: network and external id. */
export const externalKey = (item: Pick<FetchedItem, 'network' | 'externalId'>): string => `${item.network}:${item.externalId}`

/** What is known of a message that came without the network's own id (pasted, or a row of a table). */
export type WithoutId = Pick<FetchedMessage, 'network' | 'text' | 'author' | 'placedAt' | 'link'>

/** Differences that copying makes: spaces, case, ё, typographic quotes and dashes. */
const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/ё/g, 'е').replace(/[«»„“”"']/g, '"').replace(/[‐-―−]/g, '-').replace(/\s+/g, ' ').trim()

/** Equal but for what copying changes. */
export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other)

const digest = (parts: readonly (string | number)[]): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 32)

/** A person types the minute, a network gives the second. */
const minuteOf = (message: Pick<FetchedMessage, 'placedAt'>): number => Math.floor(message.placedAt / 60_000)

/**
 * An external id for a message without one: the network's own when its address names exactly one message, else a digest of
 * network, author, minute of placement and words, so that the same paste and the same row give the same case.
 */
export function externalIdWithoutId(message: WithoutId): string {
  const link = message.link === undefined ? undefined : readLink(message.link)
  if (link?.externalId !== undefined && link.network === message.network) return link.externalId
  const author = plain(message.author.name ?? message.author.externalId ?? '')
  return `hand-${digest([message.network, author, minuteOf(message), plain(message.text)])}`
}

/**
 * The external id of a table's row that brings an id. A bare number is the row's own or lacks the wall it belongs to: it comes
 * again for other messages, so it counts with its minute of placement. Anything longer is the network's own id.
 */
export const externalIdOfRow = (id: string, message: Pick<WithoutId, 'placedAt'>): string => (/^\d+$/.test(id) ? `row-${id}-${minuteOf(message)}` : id)

/**
 * Equal for two messages that are likely the same though their keys differ (pasted by hand with the record's address, then fetched):
 * network, minute and words. To be offered to the operator as a duplicate, never merged by itself.
 */
export const fingerprint = (message: { readonly network: Network; readonly text: string; readonly placedAt: FetchedMessage['placedAt'] }): string =>
  digest([message.network, minuteOf(message), plain(message.text)])
