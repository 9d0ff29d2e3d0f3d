import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blackedOut, findPersonalData } from '../../../../shared/domain/moderation/personalData/personalData'
import { suggestionsFor } from '../../../../shared/domain/moderation/suggest'
import { abusiveLines } from '../../../support/moderation/abusiveLines'
import { cleanLines } from '../../../support/moderation/cleanLines'

const piece = fc.constantFrom(...cleanLines, ...abusiveLines.map((line) => line.text), 'ghbdtn', '8-900-000-00-00', 'a@b.ru', 'ул. Мира 3-12', '\u200B', 'и\u0306', '😡', '*', '  ', '\n', '4111 1111 1111 1111')
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 6 }).map((parts) => parts.join(' ')))

describe('on any text', () => {
  it('MO2 evidence lies within the text, in order, and the same text gives the same hints', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const suggestions = suggestionsFor(text)
        expect(suggestionsFor(text)).toEqual(suggestions)
        for (const { evidence } of suggestions) {
          evidence.forEach(({ start, end }, index) => {
            expect(start).toBeGreaterThanOrEqual(evidence[index - 1]?.start ?? 0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          })
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('PD6 data are found without overlaps, and nothing of them is left when blacked out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const data = findPersonalData(text, ['Сергей Примеров'])
        data.forEach((datum, index) => expect(datum.start).toBeGreaterThanOrEqual(data[index - 1]?.end ?? 0))
        const out = blackedOut(text, data)
        expect(out).toHaveLength(text.length)
        for (const { start, end } of data) expect(out.slice(start, end)).toMatch(/^[■\s]+$/u)
      }),
      { numRuns: 1500 },
    )
  })

  it('MO2 a text of a hundred thousand characters is looked through without running away', () => {
    for (const text of ['а'.repeat(100_000), 'х '.repeat(50_000), '*'.repeat(100_000), '1-'.repeat(50_000), 'прошу '.repeat(16_000), '(8 '.repeat(33_000), 'ул. Мира '.repeat(11_000), 'а.'.repeat(50_000)]) {
      suggestionsFor(text)
      findPersonalData(text, ['Сергей Примеров'])
    }
  })
})
