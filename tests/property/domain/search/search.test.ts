import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlighted } from '../../../../shared/domain/search/highlight'
import { SearchIndex } from '../../../../shared/domain/search/searchIndex'
import { cleanLines } from '../../../support/moderation/cleanLines'

const month = fc.constantFrom('2026-09', '2026-10', '2026-11')
const action = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id: fc.nat(8).map(String), month, at: fc.nat(100), text: fc.constantFrom(...cleanLines.slice(0, 20)) }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.nat(8).map(String) }),
  fc.record({ kind: fc.constant('reload' as const), month }),
)

describe('search', () => {
  it('SE4 after any changes the index finds what one built anew finds', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), fc.constantFrom('снег', 'дороги', 'с', 'на', 'вода'), (actions, query) => {
        const index = new SearchIndex()
        const truth = new Map<string, { month: string; at: number; text: string }>()
        for (const step of actions) {
          if (step.kind === 'put') {
            index.put(step.month, step)
            truth.set(step.id, step)
          } else if (step.kind === 'remove') {
            index.remove(step.id)
            truth.delete(step.id)
          } else {
            const packed = index.pack(step.month)
            if (packed !== undefined) index.load(step.month, packed)
          }
        }
        const anew = new SearchIndex()
        for (const [id, { month: where, at, text }] of truth) anew.put(where, { id, at, text })
        expect(index.find(query)).toEqual(anew.find(query))
        expect(index.size).toBe(truth.size)
      }),
    )
  })

  it('SE1 SE5 every word of a case finds it and is shown in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cleanLines), fc.nat(), (text, pick) => {
        const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
        const word = words[pick % words.length] ?? ''
        const index = new SearchIndex()
        index.put('2026-11', { id: 'one', at: 1, text })
        expect(index.find(word).found).toHaveLength(1)
        expect(highlighted(text, word).length).toBeGreaterThan(0)
      }),
    )
  })

  it('SE1 any query and any text are taken', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
      const index = new SearchIndex()
      index.put('2026-11', { id: 'one', at: 1, text })
      index.find(query)
      for (const { start, end } of highlighted(text, query)) expect(start < end && end <= text.length).toBe(true)
    }))
  })
})
