import { err, ok, type Result } from '../../lib/result'

/** Why an XLSX file is not unpacked. */
export type ZipProblem = 'notZip' | 'notSpreadsheet' | 'tooManyEntries' | 'tooLarge' | 'tooCompressed' | 'zip64' | 'encrypted'

export interface ZipContents {
  readonly entries: number
  /** Bytes after unpacking, as the archive's directory says. */
  readonly unpacked: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const limits = { entries: 2_000, unpacked: 256 * 1024 * 1024, ratio: 200, ratioFrom: 8 * 1024 * 1024 }

/**
 * Reads the archive's directory (not its data) before anything is unpacked: a bomb says there how large it becomes. An unpacker that
 * allocates by the same directory cannot be grown past it. Never throws.
 */
export function inspectSpreadsheet(bytes: Uint8Array): Result<ZipContents, ZipProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return err('notZip')
  const entries = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (entries === 0xffff || start === 0xffffffff) return err('zip64')
  if (entries > limits.entries) return err('tooManyEntries')
  const names = new Set<string>()
  let unpacked = 0
  let packed = 0
  let at = start
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return err('notZip')
    const flags = view.getUint16(at + 8, true)
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    if ((flags & 1) !== 0) return err('encrypted')
    if (size === 0xffffffff) return err('zip64')
    packed += view.getUint32(at + 20, true)
    unpacked += size
    names.add(String.fromCharCode(...bytes.subarray(at + 46, Math.min(at + 46 + nameLength, at + 46 + 300))))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (unpacked > limits.unpacked) return err('tooLarge')
  if (unpacked > limits.ratioFrom && unpacked > limits.ratio * Math.max(1, packed)) return err('tooCompressed')
  return names.has('[Content_Types].xml') && names.has('xl/workbook.xml') ? ok({ entries, unpacked }) : err('notSpreadsheet')
}

function findEnd(view: DataView): number | undefined {
  // The record is 22 bytes and may be followed by a comment of up to 65,535.
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return undefined
}
