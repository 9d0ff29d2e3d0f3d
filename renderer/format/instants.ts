import type { Instant } from '../../shared/domain/time'

/** Dates and times by the office's wall clock; the machine's zone is never read. */
export interface InstantFormat {
  /** «вт 24.11, 14:00»; with the year when it is not that of `now`. */
  moment(at: Instant, now?: Instant): string
  /** «14:00» */
  time(at: Instant): string
  /** «14:00:05» */
  timeWithSeconds(at: Instant): string
  /** «24.11.2026» */
  date(at: Instant): string
  /** «вторник, 24 ноября 2026» */
  longDate(at: Instant): string
  /** «24.11.2026, 14:00:05»: for evidence. */
  full(at: Instant): string
  /** «14:00» when it is the same office day as `now`, else «вт 24.11, 14:00». */
  near(at: Instant, now: Instant): string
  /** `2026-11-24T14:00` for a form's field. */
  fieldValue(at: Instant): string
}

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second'

export function instantFormat(zone: string): InstantFormat {
  const numbers = new Intl.DateTimeFormat('ru-RU', {
    timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  })
  const long = new Intl.DateTimeFormat('ru-RU', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const partsOf = (at: Instant): Record<Part, string> => {
    const parts: Record<Part, string> = { weekday: '', day: '', month: '', year: '', hour: '', minute: '', second: '' }
    for (const { type, value } of numbers.formatToParts(at)) if (type in parts) parts[type as Part] = value
    return parts
  }
  const date = (at: Instant) => {
    const { day, month, year } = partsOf(at)
    return `${day}.${month}.${year}`
  }
  const time = (at: Instant) => {
    const { hour, minute } = partsOf(at)
    return `${hour}:${minute}`
  }
  const moment = (at: Instant, now?: Instant) => {
    const { weekday, day, month, year, hour, minute } = partsOf(at)
    const sameYear = now === undefined || partsOf(now).year === year
    return `${weekday} ${day}.${month}${sameYear ? '' : `.${year}`}, ${hour}:${minute}`
  }
  const timeWithSeconds = (at: Instant) => `${time(at)}:${partsOf(at).second}`
  return {
    moment,
    time,
    timeWithSeconds,
    date,
    longDate: (at) => long.format(at).replace(/\s?г\.$/, ''),
    full: (at) => `${date(at)}, ${timeWithSeconds(at)}`,
    near: (at, now) => (date(at) === date(now) ? time(at) : moment(at, now)),
    fieldValue: (at) => {
      const { year, month, day, hour, minute } = partsOf(at)
      return `${year}-${month}-${day}T${hour}:${minute}`
    },
  }
}
