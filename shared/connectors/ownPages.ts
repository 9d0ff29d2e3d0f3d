import { z } from 'zod'
import { networks, type Network } from '../domain/journal/message'
import { readLink } from './link'

/** One official page (2.2), or an account from which the office answers: what is written from it is no citizen's message. */
export const ownPageSchema = z.object({
  network: z.enum(networks),
  address: z.string().min(1).max(500),
  /** As answers and tables call it, where people know it by name only. */
  name: z.string().max(300).optional(),
})
export type OwnPage = z.infer<typeof ownPageSchema>

/** The last part of an address: `club900000001`, `idra_adm`, `570000000001`. */
function placeOf(address: string): string {
  return /^\s*(?:https?:)?(?:\/\/)?[^/\s]+\/(?:(?:group|profile|public|club|u)\/)?([^/?#\s]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
}

/** The author's number as the network's own answers give it; undefined for an address by a short name. A VKontakte community is negative. */
function numberOf(network: Network, place: string): string | undefined {
  if (network === 'vk') {
    const community = /^(?:public|club|event)(\d+)$/.exec(place) ?? /^wall-(\d+)/.exec(place)
    return community === null ? /^(?:id|wall)(\d+)/.exec(place)?.[1] : `-${community[1]}`
  }
  return /^(?:group)?(\d+)$/.exec(place)?.[1]
}

/** «https://vk.com/club1 Администрация района» as a page; undefined when the address is of no network that the order knows. */
export function readOwnPage(line: string): OwnPage | undefined {
  const [address = '', ...rest] = line.trim().split(/\s+/)
  const network = readLink(address)?.network
  if (network === undefined || placeOf(address) === '' || address.length > 500) return undefined
  const name = rest.join(' ').replace(/^[–—-]\s*/, '').slice(0, 300)
  return { network, address, ...(name === '' ? {} : { name }) }
}

export const ownPageLine = ({ address, name }: OwnPage): string => (name === undefined ? address : `${address} ${name}`)

export interface AuthorSeen {
  readonly network: Network
  /** A number, a short name or an address. */
  readonly id?: string | undefined
  readonly name?: string | undefined
}

/** Whether one of our pages wrote it: by number, short name or address; by name only where nothing surer is known of the author. */
export function isOwnPage(pages: readonly OwnPage[] | undefined, author: AuthorSeen): boolean {
  if (pages === undefined || pages.length === 0) return false
  const given = author.id?.trim().toLowerCase() ?? ''
  const place = given.includes('/') ? placeOf(given) : given
  const id = place === '' ? undefined : (numberOf(author.network, place) ?? place)
  const name = author.name?.trim().toLowerCase()
  return pages.some((page) => {
    if (page.network !== author.network) return false
    const own = placeOf(page.address)
    if (id !== undefined) return id === own || id === numberOf(page.network, own)
    return name !== undefined && name !== '' && name === page.name?.trim().toLowerCase()
  })
}
