import { z } from 'zod'
import { err, ok, type Result } from '../../../lib/result'
import { dateListsSchema, dayTableSchema, readDateLists, readDayTable } from './jsonLists'
import { addMonth, monthDay } from './monthDays'
import { RawYearBuilder, type ImportRefusal, type RawYear } from './rawYear'

const yearSchema = z.object({
  year: z.int().min(1990).max(2150),
  country: z.string().optional(),
  months: z.array(z.object({ month: z.int().min(1).max(12), days: z.string() })),
  transitions: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
  statistic: z.object({ workdays: z.number().optional() }).optional(),
})

const monthsSchema = z.preprocess((data) => (Array.isArray(data) ? (data as unknown[]) : [data]), z.array(yearSchema).min(1))

const broken = (where: string): { readonly ok: false; readonly error: ImportRefusal } => err({ reason: 'broken', format: 'json', where })

/** The JSON production calendar in its three forms, told apart by what the file has: months, lists of dates, or every day. */
export function readJson(source: string): Result<RawYear[], ImportRefusal> {
  let data: unknown
  try {
    data = JSON.parse(source)
  } catch {
    return broken('syntax')
  }
  const years: readonly unknown[] = Array.isArray(data) ? data : [data]
  const has = (key: string): boolean => years.some((year) => Object.hasOwn(Object(year) as object, key))
  if (has('months')) return read(monthsSchema, data, readMonths)
  if (has('holidays')) return read(dateListsSchema, data, readDateLists)
  if (has('days')) return read(dayTableSchema, data, readDayTable)
  return err({ reason: 'unknown-format' })
}

function read<T>(schema: z.ZodType<T>, data: unknown, into: (file: T) => Result<RawYear[], ImportRefusal>): Result<RawYear[], ImportRefusal> {
  const parsed = schema.safeParse(data)
  return parsed.success ? into(parsed.data) : broken(parsed.error.issues[0]!.path.join('.'))
}

/** Twelve months of all days off, with transitions; one year or a list of them. */
function readMonths(files: readonly z.infer<typeof yearSchema>[]): Result<RawYear[], ImportRefusal> {
  const years: RawYear[] = []
  for (const file of files) {
    const year = readYear(file)
    if (!year.ok) return year
    years.push(year.value)
  }
  return ok(years)
}

function readYear({ year, country, months, transitions, statistic }: z.infer<typeof yearSchema>): Result<RawYear, ImportRefusal> {
  if (country !== undefined && country.toLowerCase() !== 'ru') return err({ reason: 'other-country', country })
  const builder = new RawYearBuilder(year)
  if (new Set(months.map(({ month }) => month)).size !== 12 || months.length !== 12) return broken(`${year}: months`)
  for (const { month, days } of months) {
    const added = addMonth(builder, month, days)
    if (!added.ok) return added
  }
  for (const { from, to } of transitions ?? []) {
    const [was, is] = [monthDay(year, from), monthDay(year, to)]
    if (!was || !is) return err({ reason: 'day-out-of-range', where: `${from} → ${to}` })
    if (!builder.move(was, is)) return err({ reason: 'duplicate-day', date: is })
  }
  return ok(builder.build(statistic?.workdays ?? null))
}
