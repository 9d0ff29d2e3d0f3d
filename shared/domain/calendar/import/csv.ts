import Papa from 'papaparse'
import { err, ok, type Result } from '../../../lib/result'
import { addMonth } from './monthDays'
import { RawYearBuilder, type ImportRefusal, type RawYear } from './rawYear'

const broken = (where: string): { readonly ok: false; readonly error: ImportRefusal } => err({ reason: 'broken', format: 'csv', where })

/** The open-data table: a row a year, a column a month with `1,2,3*,9+`, then counts; the header is in words. */
export function readCsv(source: string): Result<RawYear[], ImportRefusal> {
  const { data, errors } = Papa.parse<string[]>(source, { skipEmptyLines: 'greedy' })
  const failure = errors[0]
  if (failure) return broken(`${(failure.row ?? 0) + 1}: ${failure.code}`)
  const [header, ...rows] = data
  if (!header || header.length < 13 || rows.length === 0) return broken('header')
  const workingDaysColumn = header.findIndex((title) => /рабочих дней/i.test(title))
  const years: RawYear[] = []
  for (const row of rows) {
    const year = readRow(row, workingDaysColumn)
    if (!year.ok) return year
    years.push(year.value)
  }
  return ok(years)
}

function readRow(row: readonly string[], workingDaysColumn: number): Result<RawYear, ImportRefusal> {
  const label = row[0]!.trim()
  if (!/^\d{4}$/.test(label) || row.length < 13) return broken(label)
  const builder = new RawYearBuilder(Number(label))
  for (let month = 1; month <= 12; month++) {
    const added = addMonth(builder, month, row[month]!)
    if (!added.ok) return added
  }
  // Where the column is missing, or holds words, the file has no sum of its own.
  const counted = String(row[workingDaysColumn]).trim()
  return ok(builder.build(/^\d+$/.test(counted) ? Number(counted) : null))
}
