import { describe, expect, it } from 'vitest'
import { pieces } from '../../../../renderer/ui/Highlighted'

describe('marked text', () => {
  const joined = (text: string, ranges: Parameters<typeof pieces>[1]) => pieces(text, ranges).map(({ words, marked }) => (marked ? `[${words}]` : words)).join('')

  it('keeps every letter whatever the ranges', () => {
    expect(joined('скорая не проедет', [[0, 6], { start: 10, end: 17 }])).toBe('[скорая] не [проедет]')
    expect(joined('абвгд', [[1, 4], [2, 3]])).toBe('а[бвг]д')
    expect(joined('абвгд', [[2, 4], [0, 3]])).toBe('[абв][г]д')
    expect(joined('абв', [])).toBe('абв')
  })
})
