import { addDays, dateOf, type Instant, instant, localDate, localDateOf, MS_PER_HOUR, MS_PER_MINUTE, type OfficeZone, parseInstant, yearOfDate } from '../../shared/domain/time'
import { err, ok, type Result } from '../../shared/lib/result'

/** `approximate` is a time the network itself only hints at («два часа назад»): a person should look for the exact one. */
export interface TypedInstant {
  readonly at: Instant
  readonly approximate: boolean
}

export type TypedInstantError = 'empty' | 'unreadable' | 'noSuchTime' | 'dateOnly' | 'future' | 'tooOld'

/** VKontakte and Odnoklassniki opened in 2006: nothing was placed earlier. */
const earliest = Date.UTC(2006, 0, 1)

const monthStems = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const counts: Readonly<Record<string, number>> = {
  один: 1, одну: 1, два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, девять: 9, десять: 10,
}

const time = String.raw`(\d{1,2})[:.](\d{2})(?::\d{2})?`
const relative = /^(?:(\d{1,3}|[а-я]+)\s+)?(минут[уы]?|мин|час(?:а|ов)?|ч)\.?\s+назад$/
const dayWord = new RegExp(`^(сегодня|вчера|позавчера)(?:\\s*,?\\s*в?\\s*${time})?$`)
const timeOnly = new RegExp(`^(?:в\\s+)?${time}$`)
const digits = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?(?:\\s*г\\.?)?(?:\\s*,?\\s*в?\\s*${time})?$`)
const inWords = new RegExp(`^(\\d{1,2})\\s+([а-я]{2,8})\\.?(?:\\s+(\\d{4})(?:\\s*г(?:ода|\\.)?)?)?(?:\\s*,?\\s*в?\\s*${time})?$`)

/**
 * Reads the instant of placement as a person types it or copies it from a network's page: `25.11.2026 10:30`, `25.11 10:30`,
 * `10:30`, `вчера в 18:40`, `25 ноя в 10:30`, `два часа назад`, ISO. The office's wall clock is meant.
 * A day without an hour is refused: the order counts hours.
 */
export function readTypedInstant(typed: string, zone: OfficeZone, now: Instant): Result<TypedInstant, TypedInstantError> {
  const text = typed.toLowerCase().replace(/[\u00A0\u202F\s]+/g, ' ').replace(/ё/g, 'е').trim()
  if (text === '') return err('empty')
  if (text === 'сейчас' || text === 'только что') return ok({ at: wholeMinute(now), approximate: text !== 'сейчас' })
  const ago = relative.exec(text)
  if (ago) return readAgo(ago[1], ago[2]!, now)
  const wall = wallClock(text, localDateOf(now, zone), zone, now)
  if (!wall.ok) return wall
  const read = parseInstant(wall.value, zone)
  if (!read.ok) return err(read.error === 'no-such-local-time' ? 'noSuchTime' : 'unreadable')
  return within(read.value, now)
}

function readAgo(count: string | undefined, unit: string, now: Instant): Result<TypedInstant, TypedInstantError> {
  const many = count === undefined ? 1 : (counts[count] ?? Number(count))
  if (!Number.isInteger(many)) return err('unreadable')
  const step = unit.startsWith('м') ? MS_PER_MINUTE : MS_PER_HOUR
  return ok({ at: wholeMinute(instant(now - many * step)), approximate: true })
}

/** The text as `YYYY-MM-DD HH:MM` of the office's clock. */
function wallClock(text: string, today: string, zone: OfficeZone, now: Instant): Result<string, TypedInstantError> {
  const clock = timeOnly.exec(text)
  if (clock) return ok(stamp(today, clock[1]!, clock[2]!))
  const day = dayWord.exec(text)
  if (day) {
    if (day[2] === undefined) return err('dateOnly')
    const back = day[1] === 'сегодня' ? 0 : day[1] === 'вчера' ? -1 : -2
    return ok(stamp(addDays(localDate(today), back), day[2], day[3]!))
  }
  const numeric = digits.exec(text)
  if (numeric) return datedClock(numeric[1]!, Number(numeric[2]), numeric[3], numeric[4], numeric[5], zone, now)
  const named = inWords.exec(text)
  if (named) {
    const month = monthOf(named[2]!)
    return month === undefined ? err('unreadable') : datedClock(named[1]!, month, named[3], named[4], named[5], zone, now)
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return err('dateOnly')
  return /^\d{4}-\d{2}-\d{2}[ t]/.test(text) ? ok(text.toUpperCase()) : err('unreadable')
}

function datedClock(
  day: string, month: number, year: string | undefined, hour: string | undefined, minute: string | undefined, zone: OfficeZone, now: Instant,
): Result<string, TypedInstantError> {
  if (hour === undefined || minute === undefined) return err('dateOnly')
  const shaped = (y: number): string => stamp(`${y}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`, hour, minute)
  if (year !== undefined) return ok(shaped(year.length === 2 ? 2000 + Number(year) : Number(year)))
  // Networks leave the year out of the last twelve months: in January «28 дек» is last year's.
  const thisYear = yearOfDate(localDateOf(now, zone))
  const read = parseInstant(shaped(thisYear), zone)
  const nextDay = dateOf(thisYear, month, Number(day))
  return ok(shaped(read.ok && read.value > now && nextDay > addDays(localDateOf(now, zone), 1) ? thisYear - 1 : thisYear))
}

const stamp = (date: string, hour: string, minute: string): string => `${date} ${hour.padStart(2, '0')}:${minute}`

const monthOf = (word: string): number | undefined => {
  if (word === 'мая' || word === 'май') return 5
  const found = monthStems.findIndex((stem, index) => index !== 4 && word.startsWith(stem))
  return found < 0 ? undefined : found + 1
}

function within(at: Instant, now: Instant): Result<TypedInstant, TypedInstantError> {
  if (at > now) return err('future')
  if (at < earliest) return err('tooOld')
  return ok({ at, approximate: false })
}

const wholeMinute = (at: Instant): Instant => instant(Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE)

/** `25.11.2026 10:30` on the office's clock; what `readTypedInstant` reads back to the same minute. */
export function typedFormOf(at: Instant, offsetMs: number): string {
  const iso = new Date(at + offsetMs).toISOString()
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)}`
}
