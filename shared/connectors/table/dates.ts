import { instant, parseInstant, parseLocalDate, type Instant, type OfficeZone } from '../../domain/time'
import { err, ok, type Result } from '../../lib/result'
import type { RefusalReason } from '../connector'
import type { Cell } from './delimited'

export type DateProblem = Extract<RefusalReason, 'missingDate' | 'unreadableDate' | 'relativeDate' | 'impossibleDate' | 'dateWithoutTime'>

/** Wall-clock parts as ISO text; without `time` a date alone. */
interface Written {
  readonly date: string
  readonly time?: string
  readonly offset?: string
}

const months = [
  'янв(ар[ья])?', 'фев(р|рал[ья])?', 'март?а?', 'апр(ел[ья])?', 'ма[йя]', 'июн[ья]?', 'июл[ья]?', 'авг(уста?)?', 'сент?(ябр[ья])?', 'окт(ябр[ья])?', 'но[яь](бр[ья])?', 'дек(абр[ья])?',
].map((name) => new RegExp(`^${name}$`))
const two = (part: string): string => part.padStart(2, '0')
const clock = String.raw`(?:(?:,|\s|в|г\.|года?|T)+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?)?`
const zone = String.raw`\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?`
const russian = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})${clock}${zone}\.?$`, 'i')
const iso = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})${clock}${zone}$`, 'i')
const inWords = new RegExp(String.raw`^(\d{1,2})\s+([а-я]{3,8})\.?\s+(\d{4})${clock}${zone}$`, 'i')

function written(text: string): Written | undefined {
  const of = (year: string, month: string, day: string, rest: readonly (string | undefined)[]): Written => {
    const [hour, minute, second, offset] = rest
    return {
      date: `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`,
      ...(hour === undefined || minute === undefined ? {} : { time: `${two(hour)}:${minute}:${second ?? '00'}` }),
      ...(offset === undefined ? {} : { offset: offset.toUpperCase() === 'UTC' ? 'Z' : offset.toUpperCase() }),
    }
  }
  const dotted = russian.exec(text)
  if (dotted !== null) return of(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '', dotted.slice(4))
  const dashed = iso.exec(text)
  if (dashed !== null) return of(dashed[1] ?? '', dashed[2] ?? '', dashed[3] ?? '', dashed.slice(4))
  const worded = inWords.exec(text)
  if (worded === null) return undefined
  const month = months.findIndex((pattern) => pattern.test((worded[2] ?? '').toLowerCase())) + 1
  return month === 0 ? undefined : of(worded[3] ?? '', String(month), worded[1] ?? '', worded.slice(4))
}

/** A spreadsheet's `Date` carries the wall clock in its UTC fields. */
function ofWallClock(epochMs: number): Written {
  const text = new Date(epochMs).toISOString()
  const time = text.slice(11, 19)
  return time === '00:00:00' ? { date: text.slice(0, 10) } : { date: text.slice(0, 10), time }
}

/** Days since 1899-12-30, rounded to the second, as spreadsheets keep them: 1990 to 2119. */
const isSerial = (value: number): boolean => value >= 32_874 && value < 80_500
const ofSerial = (serial: number): Written => ofWallClock(Math.round((serial - 25_569) * 86_400) * 1000)

/** The time of day of a column of its own: text, a spreadsheet's part of a day, or its `Date`. */
function timeOf(cell: Cell): string | undefined {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return new Date(Math.round(cell * 86_400) * 1000).toISOString().slice(11, 19)
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString().slice(11, 19)
  if (typeof cell !== 'string') return undefined
  const match = /^\s*(\d{1,2})[:.-](\d{2})(?::(\d{2}))?\s*$/.exec(cell)
  return match === null ? undefined : `${two(match[1] ?? '')}:${match[2]}:${match[3] ?? '00'}`
}

/** «вчера в 18:40», «завтра», «час назад», «в среду»: nobody knows from which day a table counts. */
const relative = /^(?:сегодня|вчера|позавчера|завтра|послезавтра|только\s+что|сейчас|утром|дн[её]м|вечером|ночью)(?!\p{L})|(?<!\p{L})назад\.?$|^(?:во?\s+)?(?:прошл|следующ|эт)|^(?:во?\s+)?(?:понедельник|вторник|сред[уа]|четверг|пятниц[уа]|суббот[уа]|воскресень[ея])(?!\p{L})|^через\s|^(?:today|tomorrow|yesterday)\b/iu

const isEmpty = (cell: Cell): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/**
 * The instant of placement from a cell, or from a date's cell and a time's. Text without an offset is the office's wall clock.
 * A date without a time is refused: every term of the order is counted from the hour.
 */
export function readDate(cell: Cell, timeCell: Cell, officeZone: OfficeZone): Result<Instant, DateProblem> {
  if (isEmpty(cell)) return err('missingDate')
  const value = typeof cell === 'string' && /^\s*\d+([.,]\d+)?\s*$/.test(cell) ? Number(cell.trim().replace(',', '.')) : cell
  if (typeof value === 'number' && !isSerial(value)) {
    if (value >= 1e9 && value < 1e10) return ok(instant(Math.trunc(value * 1000)))
    return value >= 1e12 && value < 1e13 ? ok(instant(Math.trunc(value))) : err('unreadableDate')
  }
  const parts =
    typeof value === 'number' ? ofSerial(value)
    : value instanceof Date ? (Number.isNaN(value.getTime()) ? undefined : ofWallClock(value.getTime()))
    : typeof value === 'string' ? written(value.replace(/\s+/g, ' ').trim())
    : undefined
  if (parts === undefined) return err(typeof value === 'string' && relative.test(value.trim()) ? 'relativeDate' : 'unreadableDate')
  if (!parseLocalDate(parts.date).ok) return err('impossibleDate')
  const time = isEmpty(timeCell) ? parts.time : timeOf(timeCell)
  if (time === undefined) return err(isEmpty(timeCell) ? 'dateWithoutTime' : 'unreadableDate')
  const read = parseInstant(`${parts.date}T${time}${parts.offset ?? ''}`, officeZone)
  return read.ok ? read : err('unreadableDate')
}
