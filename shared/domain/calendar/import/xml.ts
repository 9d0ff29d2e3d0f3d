import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { err, ok, type Result } from '../../../lib/result'
import { monthDay } from './monthDays'
import { RawYearBuilder, type DayMark, type ImportRefusal, type RawYear } from './rawYear'

const text = z.string()
const fileSchema = z.object({
  calendar: z.object({
    '@year': text.regex(/^\d{4}$/),
    '@country': text.optional(),
    holidays: z.union([z.literal(''), z.object({ holiday: z.array(z.object({ '@id': text, '@title': text })).optional() })]).optional(),
    days: z.object({
      day: z.array(z.object({ '@d': text, '@t': z.enum(['1', '2', '3']), '@h': text.optional(), '@f': text.optional() })).min(1),
    }),
  }),
})

const MARKS: Readonly<Record<'1' | '2' | '3', DayMark>> = { 1: 'off', 2: 'short', 3: 'working' }

const broken = (where: string): { readonly ok: false; readonly error: ImportRefusal } => err({ reason: 'broken', format: 'xml', where })

/** The XML production calendar: a list of exceptions, each `d="MM.DD"` with t = 1 off, 2 shortened, 3 a worked weekend. */
export function readXml(source: string): Result<RawYear[], ImportRefusal> {
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(source)) return err({ reason: 'xml-with-doctype' })
  const valid = XMLValidator.validate(source)
  if (valid !== true) return broken(`${valid.err.line}:${valid.err.col}`)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    // XML's own five, as in «&quot;Заря&quot;»: a file that defines more has been refused above.
    processEntities: true,
    isArray: (name) => name === 'day' || name === 'holiday',
  })
  let read: unknown
  try {
    read = parser.parse(source)
  } catch {
    // What the validator lets through the parser may still refuse by throwing: a torn declaration, nesting without end.
    return broken('syntax')
  }
  const parsed = fileSchema.safeParse(read)
  if (!parsed.success) return broken(parsed.error.issues[0]!.path.join('.'))
  const { calendar } = parsed.data
  const country = calendar['@country']?.toLowerCase()
  if (country !== undefined && country !== 'ru') return err({ reason: 'other-country', country })
  const builder = new RawYearBuilder(Number(calendar['@year']), 'by-weekday')
  const titles = new Map<string | undefined, string>(
    calendar.holidays ? calendar.holidays.holiday?.map((holiday) => [holiday['@id'], holiday['@title']] as const) : [],
  )
  for (const { '@d': d, '@t': t, '@h': h, '@f': f } of calendar.days.day) {
    const date = monthDay(builder.year, d)
    if (!date) return err({ reason: 'day-out-of-range', where: d })
    if (!builder.add(date, MARKS[t])) return err({ reason: 'duplicate-day', date })
    const title = titles.get(h)
    if (title !== undefined) builder.title(date, title)
    if (f === undefined || f === '') continue
    const from = monthDay(builder.year, f)
    if (!from) return err({ reason: 'day-out-of-range', where: f })
    builder.move(from, date)
  }
  return ok([builder.build(null)])
}
