import { TZDate } from '@date-fns/tz'
import { addDays, format, startOfDay } from 'date-fns'
import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import OpeningHours from 'opening_hours'

/**
 * The same question to three well-kept libraries: the end of a term in working time.
 * Each is told all that it can be told of the calendar.
 * @typedef {(date: string) => [from: number, to: number][]} Days working intervals of `YYYY-MM-DD` in minutes since midnight
 * @typedef {{ name: string, add: (t: number, ms: number) => number }} Peer
 */

const ZONE = 'Asia/Krasnoyarsk'
const FIRST = Date.UTC(2021, 0, 1)
const LAST = Date.UTC(2028, 2, 1)
const DAY = 86_400_000

/** @param {Days} days @returns {Peer[]} */
export const peers = (days) => [dayWalk(days), dayjsBusinessTime(days), openingHours(days)]

/** Every date of the years asked about. */
const dates = () => Array.from({ length: (LAST - FIRST) / DAY }, (_, index) => new Date(FIRST + index * DAY))
const isoDate = (/** @type {Date} */ date) => date.toISOString().slice(0, 10)
const isWeekday = (/** @type {Date} */ date) => date.getUTCDay() % 6 !== 0
const clock = (/** @type {number} */ minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A walk over days with date-fns in the office's zone, as one would write it by hand. @param {Days} days @returns {Peer} */
function dayWalk(days) {
  const table = new Map(dates().map((date) => [isoDate(date), days(isoDate(date))]))
  return {
    name: 'date-fns + TZDate day walk',
    add(t, ms) {
      let left = ms
      const start = new TZDate(t, ZONE)
      for (let day = startOfDay(start); ; day = addDays(day, 1)) {
        for (const [from, to] of table.get(format(day, 'yyyy-MM-dd')) ?? []) {
          const opens = new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), Math.floor(from / 60), from % 60, ZONE).getTime()
          const closes = new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), Math.floor(to / 60), to % 60, ZONE).getTime()
          const begin = Math.max(opens, t)
          if (closes <= begin) continue
          if (closes - begin >= left) return begin + left
          left -= closes - begin
        }
      }
    },
  }
}

/** Knows weekly hours and holidays; worked Saturdays and shortened days cannot be said. @param {Days} days @returns {Peer} */
function dayjsBusinessTime(days) {
  dayjs.extend(/** @type {import('dayjs').PluginFunc} */ (/** @type {unknown} */ (businessTime)))
  const api = /** @type {any} */ (dayjs)
  const segments = [
    { start: '08:00:00', end: '12:00:00' },
    { start: '13:00:00', end: '17:00:00' },
  ]
  api.setBusinessTime({ sunday: null, monday: segments, tuesday: segments, wednesday: segments, thursday: segments, friday: segments, saturday: null })
  api.setHolidays(dates().filter((date) => isWeekday(date) && days(isoDate(date)).length === 0).map(isoDate))
  return {
    name: 'dayjs-business-time',
    add: (t, ms) => api(t).addBusinessMinutes(ms / 60_000).valueOf(),
  }
}

/** Can be told every exception as a dated rule; has no sum of its own, so its changes are added up. @param {Days} days @returns {Peer} */
function openingHours(days) {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const usual = JSON.stringify([[480, 720], [780, 1020]])
  const rules = ['Mo-Fr 08:00-12:00,13:00-17:00']
  for (const date of dates()) {
    const intervals = days(isoDate(date))
    if (JSON.stringify(intervals) === (isWeekday(date) ? usual : '[]')) continue
    const hours = intervals.length === 0 ? 'off' : intervals.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',')
    rules.push(`${date.getUTCFullYear()} ${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, '0')} ${hours}`)
  }
  const hours = new OpeningHours(rules.join('; '), null)
  return {
    name: 'opening_hours',
    add(t, ms) {
      let left = ms
      let at = t
      const iterator = hours.getIterator(new Date(t))
      for (;;) {
        const open = iterator.getState()
        if (!iterator.advance()) return NaN
        const next = /** @type {Date} */ (iterator.getDate()).getTime()
        if (open) {
          if (next - at >= left) return at + left
          left -= next - at
        }
        at = next
      }
    },
  }
}
