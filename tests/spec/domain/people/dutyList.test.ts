import { describe, expect, it } from 'vitest'
import { directorySchema, personSchema, type Directory } from '../../../../shared/domain/people/directory'
import { concernedFirst, dutyList } from '../../../../shared/domain/people/dutyList'
import { departmentIdSchema } from '../../../../shared/domain/people/roles'

const directory: Directory = directorySchema.parse({
  departments: [
    { id: 'zhkh', name: 'Отдел ЖКХ', kind: 'subdivision', topics: ['снег'] },
    { id: 'school', name: 'Школа', kind: 'institution', topics: [], closed: true },
    { id: 'roads', name: 'Дорожный участок', kind: 'enterprise', topics: [] },
  ],
  people: [
    { id: 'head', name: 'Первый Руководитель', department: 'zhkh', place: 'head', workPhone: '2-11-36', mobilePhone: '8 900 000-00-01', onDuty: { workingHours: true, otherHours: true } },
    { id: 'old', name: 'Бывший Руководитель', department: 'school', mobilePhone: '8 900 000-00-02', onDuty: { workingHours: false, otherHours: true } },
  ],
})

describe('3.9 the duty list', () => {
  const list = dutyList(directory)
  it('PM10 puts the desk phone first in working hours and the mobile one otherwise', () => {
    expect(list.workingHours.map((line) => line.phones)).toEqual([['2-11-36', '8 900 000-00-01']])
    expect(list.otherHours.map((line) => line.phones)).toEqual([['8 900 000-00-01', '2-11-36']])
  })
  it('PM10 a structure that named somebody for one half of the day only is still named: 3.9 wants both', () => {
    const named = (onDuty: { workingHours: boolean; otherHours: boolean }) =>
      dutyList({ ...directory, people: [...directory.people, personSchema.parse({ id: 'road', name: 'Дорожный Мастер', department: 'roads', mobilePhone: '8 900 000-00-03', onDuty })] }).missing.length
    expect(named({ workingHours: true, otherHours: false })).toBe(1)
    expect(named({ workingHours: false, otherHours: false })).toBe(1)
    expect(named({ workingHours: true, otherHours: true })).toBe(0)
  })
  it('PM10 leaves people of closed structures out and names open structures without anybody', () => {
    expect(list.otherHours.map((line) => line.person.id)).toEqual(['head'])
    expect(list.missing.map((department) => department.id)).toEqual(['roads'])
  })
  it('PM10 about one message begins with the structures that it concerns', () => {
    const road = personSchema.parse({ id: 'road', name: 'Дорожный Мастер', department: 'roads', mobilePhone: '8 900 000-00-03', onDuty: { workingHours: true, otherHours: true } })
    const alone = personSchema.parse({ id: 'alone', name: 'Операторова Анна', mobilePhone: '8 900 000-00-04', onDuty: { workingHours: true, otherHours: true } })
    const { otherHours } = dutyList({ ...directory, people: [...directory.people, road, alone] })
    const called = (...concerned: string[]) => concernedFirst(otherHours, concerned.map((id) => departmentIdSchema.parse(id))).map(({ person }) => person.id)
    expect(called()).toEqual(['alone', 'road', 'head'])
    expect(called('zhkh')).toEqual(['head', 'alone', 'road'])
    expect(called('roads', 'zhkh')).toEqual(['road', 'head', 'alone'])
  })
})
