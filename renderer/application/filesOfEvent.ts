import { sha256Schema, type Sha256 } from '../../shared/domain/journal/ids'

/** What a file's document on the server says of its kind when nobody knows better. */
const unknownKind = 'application/octet-stream'
const mimePattern = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/

export interface NamedFile {
  readonly sha256: Sha256
  readonly mime: string
}

/** Our own files that an event of any kind or version names in its words: members called `sha256`. */
export function filesNamed(event: unknown): readonly NamedFile[] {
  const found = new Map<Sha256, string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(collect)
    if (typeof value !== 'object' || value === null) return
    const { sha256, mime } = value as Readonly<Record<string, unknown>>
    const hash = sha256Schema.safeParse(sha256)
    if (hash.success) found.set(hash.data, typeof mime === 'string' && mimePattern.test(mime) ? mime : unknownKind)
    for (const member of Object.values(value)) collect(member)
  }
  collect(typeof event === 'object' && event !== null && 'personal' in event ? event.personal : undefined)
  return [...found].map(([sha256, mime]) => ({ sha256, mime }))
}

export const filesOfEvent = (event: unknown): readonly Sha256[] => filesNamed(event).map(({ sha256 }) => sha256)
