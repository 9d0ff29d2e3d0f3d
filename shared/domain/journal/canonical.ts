import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Sha256 } from './ids'

// A half of a surrogate pair has no UTF-8 form, and NUL ends strings in too many places on the way.
const unstorable = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/g

/** RFC 8785 text of a JSON value; absent (`undefined`) members are left out. Throws on what is not JSON: a bug. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Only a JSON value has a canonical form')
  return text
}

export const sha256Hex = (text: string): Sha256 => bytesToHex(sha256(utf8ToBytes(text))) as Sha256

/**
 * A copy that any store and the canonical form take alike: characters that cannot be stored become U+FFFD, undefined members go.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(unstorable, '\uFFFD') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (value === null || typeof value !== 'object') return value
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) if (member !== undefined) copy[key] = storable(member)
  return copy as T
}
