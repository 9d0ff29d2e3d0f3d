import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordChanges } from '../../../../renderer/ui/wordChanges'

const told = (before: string, after: string) => wordChanges(before, after).map(({ kind, text }) => `${kind === 'same' ? '' : kind === 'added' ? '+' : '-'}${text}`)
const seed = Number(process.env['FC_SEED'] ?? 24112026)
console.log(`wordChanges: FC_SEED=${seed}`)

describe('what changed between two versions', () => {
  it('is told by whole Russian words, never by their letters', () => {
    expect(told('Дорога включена в план', 'Участок дороги включён в план')).toEqual(['-Дорога включена', '+Участок дороги включён', ' в план'])
    expect(told('почистим завтра', 'почистим послезавтра')).toEqual(['почистим ', '-завтра', '+послезавтра'])
    expect(told('ёлка во дворе', 'ель во дворе')).toEqual(['-ёлка', '+ель', ' во дворе'])
  })
  it('keeps a word with a hyphen and a number whole', () => {
    expect(told('во-первых, 12 км', 'во-вторых, 120 км')).toEqual(['-во-первых, 12', '+во-вторых, 120', ' км'])
  })
  it('leaves what only one side has where it stands', () => {
    expect(told('Начало в июне.', 'Начало работ в июне.')).toEqual(['Начало ', '+работ ', 'в июне.'])
  })
  it('tells a text that has nothing in common as a whole, without looking for ever', () => {
    const words = (of: string) => Array.from({ length: 4_000 }, (_, at) => `${of}${at}`).join(' ')
    expect(wordChanges(words('а'), words('б')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
  it('gives either text back', () => {
    const text = fc.array(fc.constantFrom('снег', 'Снег', ' ', '\n', ',', '😀', 'дорога-то', '12', '́')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after)
        const without = (kind: string) => changes.filter((change) => change.kind !== kind).map((change) => change.text).join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
      { seed, numRuns: 300 },
    )
  })
})
