import { describe, expect, it } from 'vitest'
import { takeStructures } from '../../../../renderer/features/directory/structuresTable'
import type { Directory } from '../../../../shared/domain/people/directory'

const empty: Directory = { departments: [], people: [] }

describe('structures from a table', () => {
  it('goes by headings, whatever their order', () => {
    const taken = takeStructures(
      [
        ['Вид', 'Руководитель', 'Наименование структуры', 'Рабочий телефон', 'Темы'],
        ['муниципальное учреждение', 'Пробная Галина', 'Районная библиотека', '2-11-36', 'книги, кружки'],
      ],
      empty,
    )
    expect(taken).toMatchObject({ departments: 1, people: 1, refused: [] })
    expect(taken.directory.departments[0]).toMatchObject({ name: 'Районная библиотека', kind: 'institution', topics: ['книги', 'кружки'] })
    expect(taken.directory.people[0]).toMatchObject({ name: 'Пробная Галина', place: 'head', role: 'department', workPhone: '2-11-36' })
  })
  it('goes by places without headings and skips empty rows', () => {
    const taken = takeStructures([['Отдел культуры', 'Культура'], ['', ''], ['МУП «Водоканал»']], empty)
    expect(taken.directory.departments.map(({ name, shortName, kind }) => [name, shortName, kind])).toEqual([
      ['Отдел культуры', 'Культура', 'subdivision'],
      ['МУП «Водоканал»', undefined, 'enterprise'],
    ])
  })
  it('names rows that were not taken and takes the rest; the second time adds nothing', () => {
    const rows = [['Наименование', 'Руководитель', 'Телефон'], ['Отдел', 'Иван', 'спросить'], ['', 'Пётр', ''], ['Отдел', '', '']]
    const once = takeStructures(rows, empty)
    expect(once).toMatchObject({
      departments: 1,
      people: 0,
      refused: [{ line: 2, name: 'Иван', reason: 'phoneWrong' }, { line: 3, reason: 'nameMissing' }, { line: 4, reason: 'nameTaken' }],
    })
    expect(takeStructures(rows, once.directory).departments).toBe(0)
  })
})
