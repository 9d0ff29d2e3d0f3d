import { err, ok, type Result } from '../../../lib/result'
import { dateOfDay, firstDayOfYear } from '../../time'
import { RawYearBuilder, type DayMark, type ImportRefusal, type RawYear } from './rawYear'

const MARKS: Readonly<Record<string, DayMark>> = { 0: 'working', 1: 'off', 2: 'short' }

/** A digit a day from 1 January: 0 worked, 1 off, 2 shortened. The year is not in it and must be told. */
export function readDigits(source: string, year: number | null): Result<RawYear[], ImportRefusal> {
  if (year === null) return err({ reason: 'year-unknown' })
  const first = firstDayOfYear(year)
  const length = firstDayOfYear(year + 1) - first
  if (source.length !== length) return err({ reason: 'broken', format: 'digits', where: `${source.length} / ${length}` })
  const builder = new RawYearBuilder(year)
  for (const [index, digit] of [...source].entries()) builder.add(dateOfDay(first + index), MARKS[digit]!)
  return ok([builder.build(null)])
}
