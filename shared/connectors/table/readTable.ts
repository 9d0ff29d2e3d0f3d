import type { OfficeZone } from '../../domain/time'
import { err, ok, type Result } from '../../lib/result'
import { cleanLine, cleanText, cleanUrl } from '../cleanText'
import type { Attachment, FetchedMessage, IntakeReport, Network, Visibility } from '../connector'
import { externalIdOfRow, externalIdWithoutId, externalKey, sameWords } from '../identity'
import { IntakeRows, maxTextLength, placementOf, type IntakeContext, type RowOutcome } from '../intake'
import { readLink } from '../link'
import { isOwnPage } from '../ownPages'
import type { ColumnMapping, TableField } from './columns'
import { readDate } from './dates'
import type { Cell, TableRow } from './delimited'

export interface TableContext extends IntakeContext {
  readonly zone: OfficeZone
  readonly columns: ColumnMapping
  /** From 0; -1 when there are no headings. */
  readonly headerRow: number
  /** For rows that say neither in a column nor by their address. */
  readonly defaultNetwork?: Network
  readonly defaultVisibility: Visibility
  /** The row (from 1) in which a quote opens that never closes: it holds the rest of the file. */
  readonly openQuoteAt?: number
}

const networkNames: readonly (readonly [RegExp, Network])[] = [
  [/^(vk|вк|в\s?контакте|vkontakte)/, 'vk'],
  [/^(ok|ок|одноклассник|odnoklassniki)/, 'ok'],
  [/^(max|макс)/, 'max'],
  [/^(instagram|инстаграм|insta)/, 'instagram'],
  [/^(facebook|фейсбук|fb)/, 'facebook'],
]

/** A cell as words; a spreadsheet's date in ISO 8601. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
  return String(cell)
}

const isEmptyRow = (row: TableRow): boolean => row.every((cell) => cellText(cell).trim() === '')

function networkOf(named: string, link: ReturnType<typeof readLink>, context: TableContext): Result<Network, RowOutcome> {
  if (named !== '') {
    const found = networkNames.find(([pattern]) => pattern.test(named.toLowerCase()))?.[1] ?? readLink(named)?.network
    return found === undefined ? err({ refuse: 'unknownNetwork', detail: cleanLine(named, 40) }) : ok(found)
  }
  const network = link?.network ?? context.defaultNetwork
  return network === undefined ? err({ refuse: 'missingNetwork' }) : ok(network)
}

function visibilityOf(named: string, link: ReturnType<typeof readLink>, context: TableContext): Result<Visibility, RowOutcome> {
  if (named === '') return ok(link?.visibility ?? context.defaultVisibility)
  if (/личн|закрыт|непубличн|приват|direct|директ|private|^лс$|сообщения\s+сообществ/i.test(named)) return ok('private')
  if (/коммент|публичн|открыт|стен|пост|public|comment|wall|запис/i.test(named)) return ok('public')
  return err({ refuse: 'unknownVisibility', detail: cleanLine(named, 40) })
}

/** The row of this number (from 1) as a message, or why not. Never throws. */
function verdictOn(row: TableRow, line: number, context: TableContext): Result<FetchedMessage, RowOutcome> {
  return context.openQuoteAt !== undefined && line >= context.openQuoteAt ? err({ refuse: 'openQuote' }) : readTableRow(row, context)
}

/** One row as a message, or why not. Never throws. */
export function readTableRow(row: TableRow, context: TableContext): Result<FetchedMessage, RowOutcome> {
  const cell = (field: TableField): Cell => {
    const column = context.columns[field]
    return column === undefined ? undefined : row[column]
  }
  const line = (field: TableField, max?: number): string => cleanLine(cellText(cell(field)), max)

  const address = line('link', 4000)
  const link = address === '' ? undefined : readLink(address)
  const network = networkOf(line('network'), link, context)
  if (!network.ok) return network
  const visibility = visibilityOf(line('visibility'), link, context)
  if (!visibility.ok) return visibility
  const date = readDate(cell('placedAt'), cell('time'), context.zone)
  if (!date.ok) return err({ refuse: date.error })
  const placedAt = placementOf(date.value, context.now)
  if (!placedAt.ok) return placedAt

  const attachments: Attachment[] = line('attachment', 4000)
    .split(/[\s;,]+/)
    .flatMap((part) => cleanUrl(part) ?? [])
    .map((url): Attachment => ({ kind: 'other', url }))
  const raw = cellText(cell('text')).trim()
  if (raw.length > maxTextLength) return err({ refuse: 'textTooLong', detail: `${raw.length}` })
  if (raw === '' && attachments.length === 0) return err({ refuse: 'missingText' })
  const { text, flags } = cleanText(raw)

  const name = line('author', 300)
  const authorId = line('authorId', 200)
  if (isOwnPage(context.ownPages, { network: network.value, ...(authorId === '' ? {} : { id: authorId }), name })) return err({ skip: 'ownReply' })
  const url = cleanUrl(/^https?:/i.test(address) || link === undefined ? address : `https://${address.replace(/^\/\//, '')}`)
  const message = {
    type: 'message',
    network: network.value,
    visibility: visibility.value,
    text,
    author: { ...(authorId === '' ? {} : { externalId: authorId }), ...(name === '' ? {} : { name }) },
    ...(url === undefined ? {} : { link: url }),
    placedAt: placedAt.value,
    attachments,
    flags,
  } as const
  const linked = link?.network === network.value ? link.externalId : undefined
  const given = line('externalId', 300)
  return ok({ ...message, externalId: linked ?? (given === '' ? externalIdWithoutId(message) : externalIdOfRow(given, message)) })
}

export interface PreviewedRow {
  /** As spreadsheets number them, from 1. */
  readonly line: number
  readonly row: TableRow
  readonly verdict: Result<FetchedMessage, RowOutcome>
}

/** The first rows with what would become of each. */
export function previewTable(rows: readonly TableRow[], context: TableContext, most = 20): PreviewedRow[] {
  return rows
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(context.headerRow + 1)
    .filter(({ row }) => !isEmptyRow(row))
    .slice(0, most)
    .map(({ row, line }) => ({ line, row, verdict: verdictOn(row, line, context) }))
}

/** Rows of one table; a spreadsheet has at most a million. */
export const maxTableRows = 200_000

/**
 * All rows. Empty ones are not rows. The same message twice is taken once; the same id with other words is an edit.
 */
export function readTable(rows: readonly TableRow[], context: TableContext): IntakeReport {
  const out = new IntakeRows()
  const seen = new Map<string, string>()
  rows.forEach((row, index) => {
    if (index <= context.headerRow || isEmptyRow(row)) return
    const place = { line: index + 1 }
    if (index > maxTableRows) {
      out.leave('', { refuse: 'tooLarge' }, place)
      return
    }
    const read = verdictOn(row, place.line, context)
    if (!read.ok) {
      out.leave('', read.error, place)
      return
    }
    const message = read.value
    const before = seen.get(externalKey(message))
    seen.set(externalKey(message), message.text)
    if (before === undefined) out.take(message)
    else if (sameWords(before, message.text)) out.leave('', { skip: 'repeated' }, place)
    else {
      const { network, visibility, externalId, text, attachments, flags } = message
      out.take({ type: 'edit', network, visibility, externalId, text, attachments, flags })
    }
  })
  return out.report()
}
