import { parseInstant } from '../../domain/time'
import { DEFAULT_OFFICE_ZONE } from '../../domain/time'
import { readLink } from '../link'
import { readDate } from './dates'
import type { Cell, TableRow } from './delimited'

/** What a column of a table can mean. `time` stands beside `placedAt` where date and time are two columns. */
export const tableFields = ['text', 'placedAt', 'time', 'author', 'authorId', 'link', 'externalId', 'network', 'visibility', 'attachment'] as const
export type TableField = (typeof tableFields)[number]

/** Field to column number, from 0. A field without a column is absent. */
export type ColumnMapping = Partial<Readonly<Record<TableField, number>>>

export interface SuggestedMapping {
  readonly columns: ColumnMapping
  /** The row of headings, from 0; -1 when the table starts with a message. */
  readonly headerRow: number
}

/** In the order of trust: the first that matches a heading takes it. */
const headings: readonly (readonly [TableField, RegExp])[] = [
  ['authorId', /(id|ид|номер|страниц\S*|ссылк\S*|профил\S*)\s*(на\s+)?(автор|пользовател|author|user)|^(from|author|user)[\s_-]?id$|^профиль|^(автор|пользователь|author|user)\s*[_-]?\s*id$/],
  ['externalId', /^(id|ид|№\s*сообщени\S*|идентификатор|код)$|(id|ид|номер|идентификатор)\s+(сообщени|комментари|запис)|(message|comment|external)[\s_-]?id/],
  ['link', /ссылк|^url$|^link$|permalink|адрес\s+(сообщени|комментари|публикаци|страниц)|^адрес$|^address$/],
  ['attachment', /вложен|фото|attachment|файл/],
  ['network', /сеть|соцсет|площадк|источник|network|source|platform/],
  ['visibility', /видимост|открытост|visibility|^тип|^вид|^канал|type$/],
  ['text', /текст|сообщени[ея]$|комментари[йи]$|содержани|вопрос|обращени|message$|^text$|comment$|body|content/],
  ['placedAt', /дата|date|размещен|опубликован|поступлен|создан|placed|created|published|timestamp|когда/],
  ['time', /^время|^time$|час/],
  ['author', /автор|пользовател|^фио$|^имя|заявител|гражданин|author|user|^name$|^from$/],
]

const heading = (cell: Cell): string =>
  typeof cell === 'string' && cell.length <= 60 ? cell.toLowerCase().replace(/ё/g, 'е').replace(/[\s_]+/g, ' ').replace(/[.:*]/g, '').trim() : ''

function headingsOf(row: TableRow): ColumnMapping {
  const found: { [field in TableField]?: number } = {}
  for (const [field, pattern] of headings) {
    const column = row.findIndex((cell, index) => heading(cell) !== '' && pattern.test(heading(cell)) && !Object.values(found).includes(index))
    if (column >= 0) found[field] = column
  }
  // «Время размещения» alone is the whole instant, not half of it.
  if (found.placedAt === undefined && found.time !== undefined) {
    found.placedAt = found.time
    delete found.time
  }
  return found
}

/** How many first rows may stand above the headings (a title, an empty row). */
const deepestHeader = 10

/** Suggests which column is what, by Russian or English headings, else by what the cells look like. A person confirms. */
export function suggestMapping(rows: readonly TableRow[]): SuggestedMapping {
  let best: SuggestedMapping = { columns: {}, headerRow: -1 }
  rows.slice(0, deepestHeader).forEach((row, headerRow) => {
    const columns = headingsOf(row)
    const worth = Object.keys(columns).length
    if (worth >= 2 && worth > Object.keys(best.columns).length) best = { columns, headerRow }
  })
  const looks = byLooks(rows.slice(best.headerRow + 1, best.headerRow + 51), new Set(Object.values(best.columns)))
  return { columns: { ...looks, ...best.columns }, headerRow: best.headerRow }
}

function byLooks(rows: readonly TableRow[], taken: ReadonlySet<number>): ColumnMapping {
  const width = Math.min(50, Math.max(0, ...rows.map((row) => row.length)))
  const share = (column: number, test: (cell: Cell) => boolean): number => {
    const cells = rows.map((row) => row[column]).filter((cell) => cell !== null && cell !== undefined && cell !== '')
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  }
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column))
  const found: { [field in TableField]?: number } = {}
  const dates = free.find((column) => share(column, isDate) >= 0.6)
  if (dates !== undefined) found.placedAt = dates
  const links = free.find((column) => column !== dates && share(column, (cell) => typeof cell === 'string' && /^\s*(https?:\/\/|vk\.|ok\.ru)\S+\s*$/.test(cell) && readLink(cell) !== undefined) >= 0.4)
  if (links !== undefined) found.link = links
  const lengths = free
    .filter((column) => column !== dates && column !== links && share(column, (cell) => typeof cell === 'string' && /[а-яё]{2}/i.test(cell)) >= 0.5)
    .map((column) => ({ column, length: rows.reduce((sum, row) => sum + String(row[column] ?? '').length, 0) / Math.max(1, rows.length) }))
    .sort((a, b) => b.length - a.length)
  const longest = lengths[0]
  if (longest !== undefined) found.text = longest.column
  const second = lengths[1]
  if (second !== undefined && second.length <= 60) found.author = second.column
  return found
}

// Only whether it looks like a date matters here, so any zone does.
const isDate = (cell: Cell): boolean => {
  const read = readDate(cell, undefined, DEFAULT_OFFICE_ZONE)
  return read.ok || read.error === 'dateWithoutTime' || (typeof cell === 'string' && parseInstant(cell, DEFAULT_OFFICE_ZONE).ok)
}
