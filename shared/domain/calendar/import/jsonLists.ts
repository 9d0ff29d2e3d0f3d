import { z } from 'zod'
import { err, ok, type Result } from '../../../lib/result'
import { firstDayOfYear, parseLocalDate, yearOfDate, type LocalDate } from '../../time'
import { RawYearBuilder, type DayMark, type ImportRefusal, type RawYear } from './rawYear'

/** Lists of ISO dates, of one year or of many: all days off, the shortened days, and «нерабочие дни» where there were any. */
export const dateListsSchema = z.object({
  holidays: z.array(z.string()).min(1),
  preholidays: z.array(z.string()),
  nowork: z.array(z.string()).optional(),
})

/** A table of every day of a year with its working hours: none, a full day's, or an hour less. */
export const dayTableSchema = z.object({
  country_code: z.string().optional(),
  days: z.array(z.object({ date: z.string(), working_hours: z.number().min(0).max(8) })).min(1),
})

// The file tells these days by their list alone; a person who looks at the year is to see why they are off.
const NON_WORKING = 'нерабочий день'

export function readDateLists({ holidays, preholidays, nowork = [] }: z.infer<typeof dateListsSchema>): Result<RawYear[], ImportRefusal> {
  const years = new Years()
  const ordered = new Set(nowork)
  const marked = [
    ...holidays.map((text) => [text, 'off'] as const),
    ...nowork.map((text) => [text, 'off'] as const),
    // 03.11.2021 is in both lists: short for whoever works on it, and off all the same.
    ...preholidays.filter((text) => !ordered.has(text)).map((text) => [text, 'short'] as const),
  ]
  for (const [text, mark] of marked) {
    const refusal = years.add(parseLocalDate(text), text, mark)
    if (refusal) return err(refusal)
  }
  for (const text of nowork) years.title(text as LocalDate, NON_WORKING)
  return ok(years.build())
}

export function readDayTable({ country_code: country, days }: z.infer<typeof dayTableSchema>): Result<RawYear[], ImportRefusal> {
  if (country !== undefined && country.toLowerCase() !== 'ru') return err({ reason: 'other-country', country })
  const years = new Years()
  for (const { date: text, working_hours: hours } of days) {
    const iso = text.replace(/(\d{2})\.(\d{2})\.(\d{4})/, '$3-$2-$1')
    const refusal = years.add(parseLocalDate(iso), text, hours === 0 ? 'off' : hours < 8 ? 'short' : 'working')
    if (refusal) return err(refusal)
  }
  const built = years.build()
  for (const { year, marks } of built) {
    const length = firstDayOfYear(year + 1) - firstDayOfYear(year)
    // A day that such a table leaves out would silently be a working one.
    if (marks.size !== length) return err({ reason: 'broken', format: 'json', where: `${year}: ${marks.size} / ${length}` })
  }
  return ok(built)
}

/** Sorts dates into their years. */
class Years {
  private readonly builders = new Map<number, RawYearBuilder>()

  add(date: ReturnType<typeof parseLocalDate>, text: string, mark: DayMark): ImportRefusal | null {
    if (!date.ok) return { reason: 'day-out-of-range', where: text }
    return this.of(date.value).add(date.value, mark) ? null : { reason: 'duplicate-day', date: date.value }
  }

  title(date: LocalDate, title: string): void {
    this.of(date).title(date, title)
  }

  build(): RawYear[] {
    return [...this.builders.values()].map((builder) => builder.build(null))
  }

  private of(date: LocalDate): RawYearBuilder {
    const year = yearOfDate(date)
    const builder = this.builders.get(year) ?? new RawYearBuilder(year)
    this.builders.set(year, builder)
    return builder
  }
}
