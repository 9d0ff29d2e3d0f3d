/**
 * Reads a production calendar from the text of a file in one of its widespread forms (XML, JSON, CSV, a string of digits),
 * refuses what is broken or contradicts the statute or itself, and yields a `CalendarYear` to preview and adopt.
 * Nothing is adopted here: `yearChanges` and `movedDeadlines` show what would change, `withYear` makes the new version.
 */
import { err, type Result } from '../../../lib/result'
import { concludeYear, type ImportedYear } from './concludeYear'
import { readCsv } from './csv'
import { readDigits } from './digits'
import { readJson } from './json'
import type { CalendarFormat, ImportRefusal, RawYear } from './rawYear'
import { readXml } from './xml'

export type { ImportedYear } from './concludeYear'
export type { CalendarFormat, ImportRefusal } from './rawYear'

// Twenty-odd years of the open-data table are 20 KB.
const LARGEST = 1_000_000

/** Tells the form of a file by how it begins; null when it is none of them. */
export function detectFormat(source: string): CalendarFormat | null {
  const text = clean(source)
  if (text.startsWith('<')) return 'xml'
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  if (/^[012]{360,370}$/.test(bareDigits(text))) return 'digits'
  if (/^[^\n]*[,;\t][^\n]*\n/.test(text)) return 'csv'
  return null
}

/**
 * Reads one year from a file.
 * @param source the file's text, decoded
 * @param wanted the year to take; null takes the only one that the file has
 */
export function readCalendarFile(source: string, wanted: number | null): Result<ImportedYear, ImportRefusal> {
  if (source.length > LARGEST) return err({ reason: 'too-large' })
  const format = detectFormat(source)
  if (!format) return err({ reason: 'unknown-format' })
  const years = readAs(format, clean(source), wanted)
  if (!years.ok) return years
  const found = years.value.map(({ year }) => year)
  const twice = found.find((year, index) => found.indexOf(year) !== index)
  if (twice !== undefined) return err({ reason: 'duplicate-year', year: twice })
  if (wanted === null && found.length > 1) return err({ reason: 'year-not-chosen', found })
  const raw = years.value.find(({ year }) => wanted === null || year === wanted)
  if (!raw) return err({ reason: 'year-mismatch', wanted: wanted!, found })
  return concludeYear(raw)
}

/** The services that give a digit a day can set a separator between them. */
const bareDigits = (text: string): string => text.replace(/[\s,;]/g, '')

const clean = (source: string): string => source.replace(/^\uFEFF/, '').trim()

function readAs(format: CalendarFormat, text: string, wanted: number | null): Result<RawYear[], ImportRefusal> {
  switch (format) {
    case 'xml':
      return readXml(text)
    case 'json':
      return readJson(text)
    case 'csv':
      return readCsv(text)
    case 'digits':
      return readDigits(bareDigits(text), wanted)
  }
}
