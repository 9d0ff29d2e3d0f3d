import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLink } from '../../../shared/connectors/link'
import { suggestMapping } from '../../../shared/connectors/table/columns'
import { readDelimited, type Cell } from '../../../shared/connectors/table/delimited'
import { decodeTable, detectEncoding } from '../../../shared/connectors/table/encoding'
import { previewTable, readTable } from '../../../shared/connectors/table/readTable'
import { inspectSpreadsheet } from '../../../shared/connectors/table/zip'
import { DEFAULT_OFFICE_ZONE, instant } from '../../../shared/domain/time'

const now = instant(Date.parse('2026-11-26T09:00:00+07:00'))
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom(null, undefined, '', 'Дата', 'Текст', 'Сеть', 'вк', '24.11.2026 18:22', 'https://vk.com/wall-9_1?reply=2', '2026-11-24T18:22:00+99:99'),
)

describe('readers of tables', () => {
  it('IN7 never throw and account for every row that is not empty', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const suggested = suggestMapping(rows)
        const context = { now, zone: DEFAULT_OFFICE_ZONE, defaultVisibility: 'public' as const, ...suggested }
        const report = readTable(rows, context)
        const filled = rows.slice(suggested.headerRow + 1).filter((row) => row.some((value) => {
          const text = value instanceof Date ? (Number.isNaN(value.getTime()) ? '' : 'date') : String(value ?? '')
          return text.trim() !== ''
        }))
        expect(report.rows).toBe(filled.length)
        expect(report.rows).toBe(report.taken.length + report.skipped.length + report.refused.length)
        expect(previewTable(rows, context, 3).length).toBe(Math.min(3, filled.length))
      }),
      { numRuns: 400 },
    )
  })

  it('IN7 IN12 any bytes have an encoding, rows, and a verdict as a spreadsheet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { text } = decodeTable(bytes, (raw, encoding) => new TextDecoder(encoding).decode(raw))
        readDelimited(text)
        expect(inspectSpreadsheet(bytes).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('IN9 whatever is UTF-8 with Cyrillic in it is taken for UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => detectEncoding(new TextEncoder().encode(`${text}снег`)) === 'utf-8' || text.includes('\0')))
  })

  it('IN2 an address is read or not, never with an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.string().map((rest) => `https://vk.com/wall${rest}`)), (link) => {
      const read = readLink(link)
      expect(read === undefined || typeof read.network === 'string').toBe(true)
    }))
  })
})
