import { sha256Schema, type Sha256 } from '../../../shared/domain/journal/ids'

/** What a file's document on the server says of its kind when nobody knows better. */
const unknownKind = 'application/octet-stream'
const mimePattern = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/

/** Our own files that a part of an event names, of any kind or version: objects with a member `sha256`. */
export function filesNamed(part: unknown): readonly { readonly sha256: Sha256; readonly mime: string }[] {
  const found = new Map<Sha256, string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(collect)
    if (typeof value !== 'object' || value === null) return
    const { sha256, mime } = value as Readonly<Record<string, unknown>>
    const hash = sha256Schema.safeParse(sha256)
    if (hash.success) found.set(hash.data, typeof mime === 'string' && mimePattern.test(mime) ? mime : unknownKind)
    else Object.values(value).forEach(collect)
  }
  collect(part)
  return [...found].map(([sha256, mime]) => ({ sha256, mime }))
}
