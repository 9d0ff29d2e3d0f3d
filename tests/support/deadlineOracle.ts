/**
 * A slow second opinion on working time, written without a line of the engine: it knows the calendar as printed lists,
 * asks Intl for the wall clock of every quarter of an hour, and steps through time minute by minute.
 */

/** Hours of each weekday, Monday first, as minutes since midnight. */
export interface OracleSchedule {
  readonly name: string
  readonly week: readonly (readonly (readonly [from: number, to: number])[])[]
}

const h = (hours: number, minutes = 0): number => hours * 60 + minutes
const even = (to: number): [number, number][] => [
  [h(8), h(12)],
  [h(13), to],
]

export const ORACLE_SCHEDULES: readonly OracleSchedule[] = [
  { name: '40', week: [even(h(17)), even(h(17)), even(h(17)), even(h(17)), even(h(17)), [], []] },
  { name: '36-even', week: [even(h(16, 12)), even(h(16, 12)), even(h(16, 12)), even(h(16, 12)), even(h(16, 12)), [], []] },
  { name: '36-monday', week: [even(h(17)), even(h(16)), even(h(16)), even(h(16)), even(h(16)), [], []] },
  // A duty room: nights, Sundays, and edges inside the hours that a change of the clock doubles or leaves out.
  {
    name: 'duty',
    week: [
      [[0, h(24)]],
      [[h(0), h(2, 30)], [h(9), h(24)]],
      [],
      [[h(1), h(1, 1)], [h(7, 45), h(23, 59)]],
      [[h(22), h(24)]],
      [[0, h(3)], [h(3), h(4)], [h(10), h(19)]],
      [[0, h(1, 30)], [h(1, 30), h(2, 15)], [h(2, 20), h(3, 10)], [h(12), h(24)]],
    ],
  },
]

// Printed lists, by year: days off beyond Saturday and Sunday; weekends worked as another date; days an hour shorter.
const OFF: Readonly<Record<number, string>> = {
  2021: '0101 0102 0103 0104 0105 0106 0107 0108 0222 0223 0308 0501 0503 0509 0510 0612 0614 1104 1105 1231',
  2022: '0101 0102 0103 0104 0105 0106 0107 0108 0223 0307 0308 0501 0502 0503 0509 0510 0612 0613 1104',
  2023: '0101 0102 0103 0104 0105 0106 0107 0108 0223 0224 0308 0501 0508 0509 0612 1104 1106',
  2024: '0101 0102 0103 0104 0105 0106 0107 0108 0223 0308 0429 0430 0501 0509 0510 0612 1104 1230 1231',
  2025: '0101 0102 0103 0104 0105 0106 0107 0108 0223 0308 0501 0502 0508 0509 0612 0613 1103 1104 1231',
  2026: '0101 0102 0103 0104 0105 0106 0107 0108 0109 0223 0308 0309 0501 0509 0511 0612 1104 1231',
  2027: '0101 0102 0103 0104 0105 0106 0107 0108 0222 0223 0308 0501 0503 0509 0510 0612 0614 1104 1105 1231',
}

/** «Нерабочие дни» of 2021. */
const NON_WORKING = '20210504 20210505 20210506 20210507 20211030 20211031 20211101 20211102 20211103'

const WORKED_AS: Readonly<Record<string, string>> = {
  20210220: '20210222',
  20220305: '20220307',
  20240427: '20240429',
  20241102: '20240430',
  20241228: '20241230',
  20251101: '20251103',
  20270220: '20270222',
}

// 03.11.2021 is short for an office that works on the «нерабочий день» before a holiday, as the year's published norm has it.
const SHORT =
  '20210220 20210430 20210611 20211103 20220222 20220305 20221103 20230222 20230307 20231103 20240222 20240307 20240508 20240611 ' +
  '20241102 20250307 20250430 20250611 20251101 20260430 20260508 20260611 20261103 20270220 20270430 20270611 20271103'

const shortSet = new Set(SHORT.split(' '))
const nonWorkingSet = new Set(NON_WORKING.split(' '))
const offSet = new Set(Object.entries(OFF).flatMap(([year, days]) => days.split(' ').map((day) => year + day)))

const STATUTE = '0101 0102 0103 0104 0105 0106 0107 0108 0223 0308 0501 0509 0612 1104'.split(' ')

/** Whoever works on a Saturday or Sunday right before a holiday has an hour less, too; no printed list says it. */
const shortIfWorked = (date: string): boolean => weekdayOf(date) >= 5 && !(date in WORKED_AS) && STATUTE.includes(compact(utcOf(date) + DAY).slice(4))

const compact = (utc: number): string => new Date(utc).toISOString().slice(0, 10).replaceAll('-', '')
const utcOf = (date: string): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)))
const DAY = 86_400_000
const weekdayOf = (date: string): number => (new Date(utcOf(date)).getUTCDay() + 6) % 7

/** Years that no list covers: the statute alone, read once more from art. 112 and 95. */
function addStatuteYear(year: number): void {
  const holidays = STATUTE.map((day) => year + day)
  for (const date of holidays) offSet.add(date)
  for (const date of holidays) {
    if (weekdayOf(date) < 5 || date.slice(4, 6) === '01') continue
    let moved = utcOf(date)
    do moved += DAY
    while (weekdayOf(compact(moved)) >= 5 || offSet.has(compact(moved)))
    offSet.add(compact(moved))
  }
  for (const date of [...holidays, `${year + 1}0101`]) {
    const eve = compact(utcOf(date) - DAY)
    if (eve.startsWith(String(year)) && weekdayOf(eve) < 5 && !offSet.has(eve)) shortSet.add(eve)
  }
}
for (let year = 2005; year <= 2035; year++) if (!(year in OFF)) addStatuteYear(year)

/** The working intervals of a date `YYYYMMDD` as minutes since midnight. */
export function oracleDay(schedule: OracleSchedule, date: string, nonWorkingDaysAreOff: boolean): [number, number][] {
  if (offSet.has(date) || (nonWorkingDaysAreOff && nonWorkingSet.has(date))) return []
  const intervals = schedule.week[weekdayOf(WORKED_AS[date] ?? date)]!.map(([from, to]): [number, number] => [from, to])
  for (let cut = shortSet.has(date) || shortIfWorked(date) ? 60 : 0; cut > 0 && intervals.length > 0; cut--) {
    const last = intervals[intervals.length - 1]!
    last[1]--
    if (last[0] === last[1]) intervals.pop()
  }
  return intervals
}

const QUARTER = 15

/** One schedule in one zone, minute by minute over a stretch of time. */
export class Oracle {
  private readonly start: number
  private readonly working: Uint8Array
  private readonly day: Uint8Array

  /** The stretch [from, to) in epoch ms is rounded outwards to whole UTC days. */
  constructor(schedule: OracleSchedule, zone: string, from: number, to: number, nonWorkingDaysAreOff = false) {
    this.start = (Math.floor(from / DAY) * DAY) / 60_000
    const minutes = (Math.ceil(to / DAY) * DAY) / 60_000 - this.start
    this.working = new Uint8Array(minutes)
    this.day = new Uint8Array(minutes)
    const wall = wallClock(zone, this.start, minutes)
    const days = new Map<number, [number, number][]>()
    for (let minute = 0; minute < minutes; minute++) {
      const local = wall[Math.floor(minute / QUARTER)]! + (minute % QUARTER)
      const day = Math.floor(local / 1440)
      let intervals = days.get(day)
      if (!intervals) days.set(day, (intervals = oracleDay(schedule, compact(day * DAY), nonWorkingDaysAreOff)))
      const ofDay = local - day * 1440
      if (intervals.length > 0) this.day[minute] = 1
      for (const [from, to] of intervals) if (ofDay >= from && ofDay < to) this.working[minute] = 1
    }
  }

  private runs(clock: 'working' | 'day' | 'elapsed', minute: number): boolean {
    if (clock === 'elapsed') return true
    const index = minute - this.start
    if (index < 0 || index >= this.working.length) throw new Error('the oracle was asked beyond its stretch of time')
    return (clock === 'working' ? this.working : this.day)[index] === 1
  }

  isOpen(clock: 'working' | 'day' | 'elapsed', t: number): boolean {
    return this.runs(clock, Math.floor(t / 60_000))
  }

  add(clock: 'working' | 'day' | 'elapsed', t: number, ms: number): number {
    let left = ms
    let at = t
    for (let minute = Math.floor(t / 60_000); left > 0; minute++) {
      const end = (minute + 1) * 60_000
      if (this.runs(clock, minute)) {
        if (end - at >= left) return at + left
        left -= end - at
      }
      at = end
    }
    return at
  }

  subtract(clock: 'working' | 'day' | 'elapsed', t: number, ms: number): number {
    let left = ms
    let at = t
    for (let minute = Math.ceil(t / 60_000) - 1; left > 0; minute--) {
      const begin = minute * 60_000
      if (this.runs(clock, minute)) {
        if (at - begin >= left) return at - left
        left -= at - begin
      }
      at = begin
    }
    return at
  }

  between(clock: 'working' | 'day' | 'elapsed', a: number, b: number): number {
    if (b < a) return 0 - this.between(clock, b, a)
    let sum = 0
    for (let minute = Math.floor(a / 60_000); minute * 60_000 < b; minute++) {
      if (this.runs(clock, minute)) sum += Math.min(b, (minute + 1) * 60_000) - Math.max(a, minute * 60_000)
    }
    return sum
  }

  nextOpening(clock: 'working' | 'day' | 'elapsed', t: number): number {
    let at = t
    for (let minute = Math.floor(t / 60_000); !this.runs(clock, minute); minute++) at = (minute + 1) * 60_000
    return at
  }

  /** The last instant not after t that touches working time. */
  workable(t: number): number {
    let at = t
    if (this.runs('working', Math.floor(t / 60_000))) return t
    for (let minute = Math.ceil(t / 60_000) - 1; !this.runs('working', minute); minute--) at = minute * 60_000
    return at
  }
}

const walls = new Map<string, Float64Array>()

/** The same wall clock for every schedule: asking Intl is what costs. */
function wallClock(zone: string, startMinute: number, minutes: number): Float64Array {
  const key = `${zone} ${startMinute} ${minutes}`
  const wall = walls.get(key) ?? readWallClock(zone, startMinute, minutes)
  walls.set(key, wall)
  return wall
}

/** Minutes since 1970 that the wall clock of the zone shows at each quarter of an hour. */
function readWallClock(zone: string, startMinute: number, minutes: number): Float64Array {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const wall = new Float64Array(minutes / QUARTER)
  for (let quarter = 0; quarter < wall.length; quarter++) {
    const text = format.format((startMinute + quarter * QUARTER) * 60_000)
    const [day, month, year, hour, minute] = text.match(/\d+/g)!.map(Number) as [number, number, number, number, number]
    wall[quarter] = Date.UTC(year, month - 1, day, hour, minute) / 60_000
  }
  return wall
}
