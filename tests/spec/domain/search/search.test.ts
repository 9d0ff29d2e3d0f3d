import { describe, expect, it } from 'vitest'
import { highlighted } from '../../../../shared/domain/search/highlight'
import { isFoundBy } from '../../../../shared/domain/search/match'
import { directorySchema } from '../../../../shared/domain/people/directory'
import { SearchIndex } from '../../../../shared/domain/search/searchIndex'
import { suggestedDepartments } from '../../../../shared/domain/search/topics'

const texts: Readonly<Record<string, string>> = {
  snow: 'Не чистят снег на улице Мира. Мария Образцова',
  snows: 'Из-за снега не проехать, тел. 8-900-000-11-22',
  snowy: 'Снежный городок открыт',
  tree: 'Ёлка на площади, спасибо! Сергей Примеров',
  water: 'Нет воды на Зелёной, дом 28-4, звоните 2-11-36',
}
const made = () => {
  const index = new SearchIndex()
  Object.entries(texts).forEach(([id, text], at) => index.put(at < 3 ? '2026-10' : '2026-11', { id, at: 1000 + at, text, numbers: [`wall-9_500${at}`, `${at + 1}-ОГ`] }))
  return index
}
const ids = (query: string) => made().find(query).found.map((found) => found.id)

describe('search', () => {
  it.each([
    ['снега', ['snows', 'snow']],
    ['снег', ['snows', 'snow']],
    ['СНЕГОМ ', ['snows', 'snow']],
    ['снежный', ['snowy']],
    ['сне', ['snowy', 'snows', 'snow']],
    ['елки', ['tree']],
    ['ёлка', ['tree']],
    ['улица мира', ['snow']],
    ['воды зеленая', ['water']],
    ['снег вода', []],
    ['', []],
    ['  ', []],
    ['!!!', []],
  ])('SE1 SE2 «%s» finds %j, newest first', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  it.each([
    ['Примерова', ['tree']],
    ['примеровым сергеем', ['tree']],
    ['образц', ['snow']],
    ['8 900 000 11 22', ['snows']],
    ['+7 (900) 000-11-22', ['snows']],
    ['900-000', ['snows']],
    ['2-11-36', ['water']],
    ['21136', ['water']],
    ['wall-9_5004', ['water']],
    ['wall-9_500', ['water', 'tree', 'snowy', 'snows', 'snow']],
    ['5004', ['water']],
    ['3-ОГ', ['snowy']],
    ['28-4', ['water']],
  ])('SE3 «%s» finds a case by author, phone or number: %j', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  it('SE2 the word being typed matches by its beginning, a finished one does not', () => {
    expect(ids('пло')).toEqual(['tree'])
    expect(ids('пло ')).toEqual([])
  })

  it('SE4 changed, moved and removed cases', () => {
    const index = made()
    index.put('2026-11', { id: 'snow', at: 2000, text: 'Теперь про воду' })
    expect(index.find('снег').found.map((found) => found.id)).toEqual(['snows'])
    expect(index.find('вода').found).toEqual([{ id: 'snow', month: '2026-11', at: 2000 }, { id: 'water', month: '2026-11', at: 1004 }])
    index.remove('snows')
    index.remove('nobody')
    expect(index.find('снег').found).toEqual([])
    expect([index.size, index.months()]).toEqual([4, ['2026-11', '2026-10']])
    index.remove('snowy')
    expect(index.months()).toEqual(['2026-11'])
  })

  it('SE4 a packed month comes back the same, as JSON too', () => {
    const index = made()
    index.remove('snow')
    const packed = index.pack('2026-10')
    const other = new SearchIndex()
    other.load('2026-10', JSON.parse(JSON.stringify(packed)) as NonNullable<typeof packed>)
    expect(other.find('сне').found.map((found) => found.id)).toEqual(['snowy', 'snows'])
    expect(other.size).toBe(2)
    expect(index.pack('2020-01')).toBeUndefined()
  })

  it('SE2 enough is enough, and there is more', () => {
    expect(made().find('на', 1)).toEqual({ found: [{ id: 'water', month: '2026-11', at: 1004 }], more: true })
  })

  it('SE5 shows what was found in the text', () => {
    const shown = (text: string, query: string) => highlighted(text, query).map(({ start, end }) => text.slice(start, end))
    expect(shown('Снегом завалило, снега много, снежный ком', 'снег')).toEqual(['Снегом', 'снега'])
    expect(shown('Ёлка, ёлки и елка', 'елку ')).toEqual(['Ёлка', 'ёлки', 'елка'])
    expect(shown('Почистят и почистили', 'почи')).toEqual(['Почистят', 'почистили'])
    expect(shown('что угодно', '')).toEqual([])
  })
})

describe('forms that change more than their ending', () => {
  // Each of the forms is looked for in a text with each of the others.
  it.each([
    ['остановка', 'остановок', 'остановке'], ['площадка', 'площадок'], ['ребёнок', 'ребёнка', 'дети', 'детей'], ['окно', 'окон', 'окна'], ['лёд', 'льда', 'льду'], ['день', 'дней', 'дня'],
    ['письмо', 'писем'], ['песок', 'песка'], ['рынок', 'рынке'], ['отец', 'отца'], ['земля', 'земель'], ['кресло', 'кресел'], ['люди', 'человек'], ['год', 'лет', 'годов'],
    ['Иванов', 'Иванова', 'Ивановой', 'Ивановым'], ['Примеров', 'Примерова', 'Примерову'], ['Пушкин', 'Пушкина', 'Пушкиной'],
  ])('SE1 %s, %s', (...forms) => {
    for (const written of forms.filter((form) => form !== undefined)) {
      const index = new SearchIndex()
      index.put('2026-11', { id: 'a', at: 1, text: `Слова: ${written}, конец` })
      for (const sought of forms) {
        expect([written, sought, index.find(`${sought} `).found.length]).toEqual([written, sought, 1])
        expect(highlighted(`Слова: ${written}`, `${sought} `)).toHaveLength(1)
      }
    }
  })
  it.each([['снег', 'снежный'], ['город', 'горожане'], ['остановка', 'станция'], ['лёд', 'лад'], ['село', 'соль'], ['вода', 'завод']])('SE1 «%s» does not find «%s»', (sought, written) => {
    const index = new SearchIndex()
    index.put('2026-11', { id: 'a', at: 1, text: written })
    expect(index.find(`${sought} `).found).toEqual([])
  })
})

describe('lines of a list', () => {
  const roads = 'Отдел дорожного хозяйства · дорога · яма'
  const person = 'Фёдорова Анна Ильинична · начальник · Отдел дорог · 2-11-36 · 8-900-000-11-22'
  it.each([
    ['дороги', roads, true],
    ['ямы дорога', roads, true],
    ['дорож', roads, true],
    ['хоз отдел', roads, true],
    ['', roads, true],
    ['  ', roads, true],
    ['отопление', roads, false],
    ['дороги отопление', roads, false],
    ['комхоз', 'Райкомхоз', true],
    ['федорова', person, true],
    ['анне', person, true],
    ['21136', person, true],
    ['+7 900 000-11-22', person, true],
    ['21137', person, false],
  ])('SE1 SE3 typing «%s» over «%s»: %s', (query, line, found) => {
    expect(isFoundBy(query, line)).toBe(found)
  })
})

describe('structures by their topics', () => {
  const { departments } = directorySchema.parse({
    departments: [
      { id: 'roads', name: 'Отдел дорог', kind: 'subdivision', topics: ['остановка', 'лёд', 'дорога'] },
      { id: 'yards', name: 'Отдел благоустройства', kind: 'subdivision', topics: ['площадка', 'лавочка', 'дорога'] },
    ],
    people: [],
  })
  it.each([
    ['Нет остановок в районе', ['roads']],
    ['Упал на льду', ['roads']],
    ['У детских площадок нет лавочек, и дороги нет', ['yards', 'roads']],
    ['Здравствуйте', []],
  ])('MO8 «%s» speaks of %j', (text, expected) => {
    expect(suggestedDepartments(text, departments).map(({ department }) => department)).toEqual(expected)
  })
})
