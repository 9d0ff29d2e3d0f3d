import { unzipSync, zipSync, type Unzipped } from 'fflate'
import type { IntakeReport } from '../../../shared/connectors/connector'
import type { IntakeContext } from '../../../shared/connectors/intake'
import { readAnswerFile } from '../../../shared/connectors/readAnswer'
import { readDelimited, type TableRow } from '../../../shared/connectors/table/delimited'
import { decodeTable, type Encoding } from '../../../shared/connectors/table/encoding'
import { inspectSpreadsheet, type ZipProblem } from '../../../shared/connectors/table/zip'
import { err, ok, type Result } from '../../../shared/lib/result'

export interface Sheet {
  readonly name: string
  readonly rows: readonly TableRow[]
}

/** A network's own answer is read at once; a table needs a person to say which column is what. */
export type ImportSource =
  | { readonly kind: 'answer'; readonly name: string; readonly report: IntakeReport }
  | {
      readonly kind: 'table'
      readonly name: string
      readonly sheets: readonly Sheet[]
      /** Of a text table; absent for a spreadsheet. `openQuoteAt`: from this row (from 1) on nothing can be told apart. */
      readonly text?: { readonly encoding: Encoding; readonly delimiter: string; readonly openQuoteAt?: number }
    }

export type SourceProblem = ZipProblem | 'empty' | 'notText' | 'webPage' | 'tooLargeFile' | 'oldExcel' | 'brokenQuote' | 'unreadableSpreadsheet'

/** What a person chose over what was detected. */
export interface TableChoices {
  readonly encoding?: Encoding
  readonly delimiter?: string
}

/** Bytes; beyond it the window would run out of memory before it could say so. */
export const maxImportBytes = 200 * 1024 * 1024

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)

/** Tells by its content what a file is and reads it. Never throws on a broken or hostile file. */
export async function readSource(name: string, bytes: Uint8Array, context: IntakeContext, choices: TableChoices = {}): Promise<Result<ImportSource, SourceProblem>> {
  if (bytes.length === 0) return err('empty')
  if (bytes.length > maxImportBytes) return err('tooLargeFile')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err('oldExcel')
  if (startsWith(bytes, [0x50, 0x4b])) return readSpreadsheet(name, bytes)
  const { text, encoding } = choices.encoding === undefined ? decodeTable(bytes, decode) : { text: decode(bytes, choices.encoding), encoding: choices.encoding }
  if (text.trim() === '') return err('empty')
  if (!isWriting(text)) return err('notText')
  // What a site gives in place of a file, and what some programs call a table.
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return err('webPage')
  // A cut JSON file begins like a whole one; a table's first cell begins with a bracket only by a rare accident.
  if (/^\s*[[{]/.test(text)) return ok({ kind: 'answer', name, report: readAnswerFile(text, context) })
  const { rows, delimiter, brokenQuoteAt } = readDelimited(choices.delimiter === undefined ? text : `sep=${choices.delimiter}\n${text}`)
  if (brokenQuoteAt === 1) return err('brokenQuote')
  const openQuote = brokenQuoteAt === undefined ? {} : { openQuoteAt: brokenQuoteAt }
  return ok({ kind: 'table', name, sheets: [{ name, rows }], text: { encoding, delimiter, ...openQuote } })
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

/** A picture or a program read as letters is full of signs that no text has; a damaged table has a few of them. */
function isWriting(text: string): boolean {
  const beginning = text.slice(0, 8192)
  const odd = beginning.match(/[\p{Cn}\p{Co}\p{Cs}\uFFFD]|(?![\t\n\f\r])\p{Cc}/gu) ?? []
  return odd.length * 20 <= beginning.length
}

/**
 * The archive's directory is checked before anything is unpacked. It is unpacked here, and packed again without compression:
 * the spreadsheet library would unpack long parts in a worker made from a blob, which the page's policy forbids.
 */
async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<Result<ImportSource, SourceProblem>> {
  const contents = inspectSpreadsheet(bytes)
  if (!contents.ok) return err(contents.error)
  const parts = unpack(bytes)
  if (parts === undefined) return err('unreadableSpreadsheet')
  const { default: readXlsxFile, InvalidInputError, InvalidSpreadsheetError } = await import('read-excel-file/universal')
  const plain = zipSync(parts, { level: 0 })
  try {
    // The wall clock of a spreadsheet's dates comes in the UTC fields, as shared/connectors/table reads them.
    const sheets = await readXlsxFile(new Blob([plain as Uint8Array<ArrayBuffer>]), { trim: false })
    const filled = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as readonly TableRow[] })).filter(({ rows }) => rows.length > 0)
    return filled.length === 0 ? err('empty') : ok({ kind: 'table', name, sheets: filled })
  } catch (failure) {
    if (failure instanceof InvalidInputError || failure instanceof InvalidSpreadsheetError || isReadingFailure(failure)) return err('unreadableSpreadsheet')
    throw failure
  }
}

/** The library trips over parts that are missing or malformed with these instead of a reason of its own. */
const isReadingFailure = (failure: unknown): boolean => failure instanceof TypeError || failure instanceof RangeError || (failure instanceof Error && failure.name === 'Error')

function unpack(bytes: Uint8Array): Unzipped | undefined {
  try {
    return unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) })
  } catch (failure) {
    // Every way in which an archive can be broken ends in an Error with a code of the library's.
    if (failure instanceof Error) return undefined
    throw failure
  }
}
