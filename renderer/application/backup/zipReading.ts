import { inflateSync } from 'fflate'

/** One entry of a zip: how to get its bytes. `read` throws on a damaged entry. */
export interface ZipEntry {
  readonly name: string
  read(): Uint8Array
}

export interface ReadZip {
  readonly entries: readonly ZipEntry[]
  /** The directory at the end is there; without it the file was cut off and the entries were found one by one. */
  readonly whole: boolean
}

const localHeader = 0x04034b50
const directoryHeader = 0x02014b50
const directoryEnd = 0x06054b50

/** Whether the bytes begin as a zip does. */
export const looksLikeZip = (bytes: Uint8Array): boolean => bytes.length >= 4 && view(bytes).getUint32(0, true) === localHeader

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/**
 * The entries of a zip, each read on its own, so that a damaged one does not take the others with it; of a file that was cut off
 * those that are whole. (The zip library reads all or nothing, and trusts sizes.)
 */
export function readZip(bytes: Uint8Array): ReadZip {
  const entries = fromDirectory(bytes)
  return entries === undefined ? { entries: fromHeaders(bytes), whole: false } : { entries, whole: true }
}

function fromDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const data = view(bytes)
  let end = bytes.length - 22
  // A comment may follow; ours has none, other programs' copies might.
  while (end >= 0 && end > bytes.length - 22 - 65_536 && data.getUint32(end, true) !== directoryEnd) end--
  if (end < 0 || data.getUint32(end, true) !== directoryEnd) return undefined
  const count = data.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  for (let at = data.getUint32(end + 16, true), index = 0; index < count; index++) {
    if (at + 46 > end || data.getUint32(at, true) !== directoryHeader) return undefined
    const nameLength = data.getUint16(at + 28, true)
    const method = data.getUint16(at + 10, true)
    const size = data.getUint32(at + 20, true)
    const full = data.getUint32(at + 24, true)
    const offset = data.getUint32(at + 42, true)
    entries.push({ name: textOf(bytes.subarray(at + 46, at + 46 + nameLength)), read: () => contentAt(bytes, offset, method, size, full) })
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return entries
}

function contentAt(bytes: Uint8Array, offset: number, method: number, size: number, full: number): Uint8Array {
  const data = view(bytes)
  if (data.getUint32(offset, true) !== localHeader) throw new Error('no local header')
  const from = offset + 30 + data.getUint16(offset + 26, true) + data.getUint16(offset + 28, true)
  const packed = bytes.subarray(from, from + size)
  if (method === 0) return packed
  if (method !== 8) throw new Error(`unknown method ${method}`)
  return inflateSync(packed, { out: new Uint8Array(full) })
}

/** Entries by their own headers: where the next one begins is where this one ends. */
function fromHeaders(bytes: Uint8Array): readonly ZipEntry[] {
  const data = view(bytes)
  const starts: number[] = []
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (data.getUint32(at, true) === localHeader && data.getUint16(at + 8, true) === 8 && isName(nameAt(bytes, at))) starts.push(at)
  }
  return starts.map((at, index) => {
    const from = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true)
    return { name: nameAt(bytes, at), read: () => inflateSync(bytes.subarray(from, starts[index + 1] ?? bytes.length)) }
  })
}

const nameAt = (bytes: Uint8Array, at: number) => textOf(bytes.subarray(at + 30, at + 30 + view(bytes).getUint16(at + 26, true)))
/** Within an attached file there may be headers of another zip: ours have names of this form only. */
const isName = (name: string) => /^(?:[a-z]+\.json|events\/\d{6}\.ndjson|files\/[0-9a-f]{64})$/.test(name)
