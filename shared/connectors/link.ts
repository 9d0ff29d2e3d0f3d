import type { Network, Visibility } from './connector'

/** What an address of a message says. `externalId` only where the address names one message and no other. */
export interface MessageLink {
  readonly network: Network
  readonly visibility?: Visibility
  readonly externalId?: string
}

const hosts: readonly (readonly [RegExp, Network])[] = [
  [/(^|\.)(vk\.com|vk\.ru|vkontakte\.ru)$/, 'vk'],
  [/(^|\.)(ok\.ru|odnoklassniki\.ru)$/, 'ok'],
  [/(^|\.)max\.ru$/, 'max'],
  [/(^|\.)instagram\.com$/, 'instagram'],
  [/(^|\.)(facebook\.com|fb\.com)$/, 'facebook'],
]

const unescaped = (part: string): string => part.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/**
 * Reads an address as people copy it: with or without a scheme, mobile, with a window (`w=`) or an anchor.
 * An address of a record or a topic names no comment under it, so it gives the network only: two comments pasted with the address of
 * the record above them must not become one case.
 */
export function readLink(raw: string): MessageLink | undefined {
  const match = /^\s*(?:https?:)?(?:\/\/)?([a-z0-9.-]+)(?::\d+)?(\/[^?#\s]*)?(?:\?([^#\s]*))?(?:#(\S*))?\s*$/i.exec(raw)
  const host = match?.[1]?.toLowerCase()
  if (match === null || host === undefined) return undefined
  const network = hosts.find(([pattern]) => pattern.test(host))?.[1]
  if (network === undefined) return undefined
  if (network !== 'vk') return /^\/(?:messages|dk\b.*messages|direct)\b/.test(match[2] ?? '') ? { network, visibility: 'private' } : { network }
  const query = new Map((match[3] ?? '').split('&').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=')
    return [name, unescaped(value.join('='))]
  }))
  return { network, ...vkMessage(unescaped(match[2] ?? '/'), query, unescaped(match[4] ?? '')) }
}

function vkMessage(path: string, query: ReadonlyMap<string, string>, anchor: string): Omit<MessageLink, 'network'> {
  const wall = /^\/wall(-?\d+)_(\d+)(?:_r(\d+))?$/.exec(path) ?? /^wall(-?\d+)_(\d+)(?:_r(\d+))?/.exec(query.get('w') ?? '')
  if (wall !== null) {
    const reply = wall[3] ?? /^\d+$/.exec(query.get('reply') ?? '')?.[0] ?? /^reply(\d+)$/.exec(anchor)?.[1]
    return reply === undefined ? { visibility: 'public' } : { visibility: 'public', externalId: `wall${wall[1]}_${reply}` }
  }
  const conversation = /^\/g?im\d*\/convo\/(-?\d+)$/.exec(path)?.[1] ?? (/^\/g?im\d*$/.test(path) ? query.get('sel') : undefined)
  if (conversation === undefined) return {}
  const peer = /^c\d+$/.test(conversation) ? String(2_000_000_000 + Number(conversation.slice(1))) : conversation
  const within = /^\d+$/.exec(query.get('cmid') ?? '')?.[0]
  const global = /^\d+$/.exec(query.get('msgid') ?? '')?.[0]
  if (!/^-?\d+$/.test(peer)) return { visibility: 'private' }
  if (within !== undefined) return { visibility: 'private', externalId: `im${peer}_${within}` }
  return global === undefined ? { visibility: 'private' } : { visibility: 'private', externalId: `im${peer}_g${global}` }
}

/** A topic of a group in Odnoklassniki: what the network's answer about its comments leaves unsaid. */
export interface OkTopic {
  readonly groupId: string
  readonly topicId: string
}

/** Reads the address of a topic as people copy it: https://ok.ru/group/570000000099/topic/169000000000000, mobile too. */
export function readOkTopic(raw: string): OkTopic | undefined {
  const [, groupId, topicId] = /^\s*(?:https?:)?(?:\/\/)?(?:(?:www|m|mobile)\.)?(?:ok|odnoklassniki)\.ru\/group\/(\d{1,20})\/topic\/(\d{1,20})(?:[/?#]\S*)?\s*$/i.exec(raw) ?? []
  return groupId === undefined || topicId === undefined ? undefined : { groupId, topicId }
}
