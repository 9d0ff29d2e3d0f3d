import { describe, expect, it } from 'vitest'
import { departmentOptions } from '../../../../renderer/features/case/departmentOptions'
import { directorySchema } from '../../../../shared/domain/people/directory'

const directory = directorySchema.parse({
  departments: [
    { id: 'culture', name: 'Отдел культуры', kind: 'subdivision', topics: ['праздник'] },
    { id: 'housing', name: 'МУП «Теплосети»', kind: 'enterprise', topics: ['отопление', 'снег с крыш'] },
    { id: 'roads', name: 'Отдел дорог', kind: 'subdivision', topics: ['дорога', 'снег'] },
    { id: 'old', name: 'Отдел связи', kind: 'subdivision', topics: ['дорога'], closed: true },
  ],
  people: [],
})
const options = (text: string | null) => departmentOptions(text, directory).map(({ department, suggested }) => [department.id, suggested])

describe('structures to choose from', () => {
  it('begin with those whose topics the message speaks of, the fittest first; the rest by name, closed ones left out', () => {
    expect(options('Дорогу занесло снегом')).toEqual([['roads', true], ['housing', true], ['culture', false]])
  })
  it('are suggested for what was meant, when it was typed in the other keyboard layout', () => {
    expect(options('ghbdtn, yf ljhjut cytu')[0]).toEqual(['roads', true])
  })
  it('are all there by name when nothing is suggested or the words are erased', () => {
    const byName = [['housing', false], ['roads', false], ['culture', false]]
    expect(options('Здравствуйте')).toEqual(byName)
    expect(options('Кому писать с вопросом')).toEqual(byName)
    expect(options(null)).toEqual(byName)
  })
})
