import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDepartment, emptyDepartmentForm, topicsOf, withClosed, withDepartment } from '../../../../renderer/features/directory/departmentForm'
import { freeId, latinSlug } from '../../../../renderer/features/directory/identifiers'
import { checkPerson, emptyPersonForm, looksLikePhone, personFormOf, withPerson } from '../../../../renderer/features/directory/personForm'
import { departmentSchema, type Directory, directorySchema, personSchema } from '../../../../shared/domain/people/directory'
import { departmentIdSchema, personIdSchema } from '../../../../shared/domain/people/roles'

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

describe('ids', () => {
  it('spells Russian in Latin letters', () => expect(latinSlug('Отдел ЖКХ и благоустройства № 2')).toBe('otdel-zhkkh-i-blagoustroistva-2'))
  it('numbers a taken one', () => expect(freeId('Школа', 'x', 47, new Set(['shkola', 'shkola-2']))).toBe('shkola-3'))
  it('always fits the alphabet of document names', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom(...'абвяё-№ 12.'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) }), (name) => {
        expect(departmentIdSchema.safeParse(freeId(name, 'structure', 47, new Set())).success).toBe(true)
        expect(personIdSchema.safeParse(freeId(name, 'person', 63, new Set(['person']))).success).toBe(true)
      }),
    )
  })
})

describe('a structure', () => {
  const form = { ...emptyDepartmentForm, name: '  Отдел   культуры ', topics: 'клуб, библиотека;\nКлуб' }
  it('is taken with its name and topics tidied', () => {
    const result = checkDepartment(form, directory)
    expect(result).toEqual({ ok: true, value: { id: 'otdel-kultury', name: 'Отдел культуры', kind: 'subdivision', topics: ['клуб', 'библиотека'] } })
    if (result.ok) expect(departmentSchema.safeParse(result.value).success).toBe(true)
  })
  it('needs a name that no open structure has', () => {
    expect(checkDepartment({ ...form, name: ' ' }, directory)).toEqual({ ok: false, error: { name: 'nameMissing' } })
    expect(checkDepartment({ ...form, name: 'отдел жкх' }, directory)).toEqual({ ok: false, error: { name: 'nameTaken' } })
    expect(checkDepartment({ ...form, name: 'Школа' }, directory).ok).toBe(true)
  })
  it('keeps its id when renamed', () => {
    const renamed = checkDepartment({ ...form, id: directory.departments[0]!.id, name: 'Управление ЖКХ' }, directory)
    expect(renamed.ok && renamed.value.id).toBe('zhkh')
  })
  it('is closed and opened, never taken out', () => {
    const id = directory.departments[0]!.id
    const closed = withClosed(directory, id, true)
    expect(closed.departments).toHaveLength(3)
    expect(closed.departments[0]!.closed).toBe(true)
    expect(withClosed(closed, id, false)).toEqual(directory)
  })
  it('takes the place of the one with its id', () => {
    const one = { ...directory.departments[0]!, name: 'Новое имя' }
    expect(withDepartment(directory, one).departments.map((department) => department.name)).toEqual(['Новое имя', 'Школа', 'Дорожный участок'])
  })
  it('reads topics from any usual separator', () => expect(topicsOf('снег; дороги\n\n, лёд ')).toEqual(['снег', 'дороги', 'лёд']))
})

describe('a person', () => {
  const form = { ...emptyPersonForm, name: 'Тестова Ольга Ивановна' }
  it('gets a sign-in name from surname and initials', () => {
    const result = checkPerson(form, directory)
    expect(result.ok && result.value.id).toBe('testova-oi')
    if (result.ok) expect(personSchema.safeParse(result.value).success).toBe(true)
  })
  it.each([
    [{ name: '' }, { name: 'nameMissing' }],
    [{ id: 'Ольга' }, { id: 'idWrong' }],
    [{ id: 'head' }, { id: 'idTaken' }],
    [{ role: 'department' as const }, { department: 'departmentMissing' }],
    [{ place: 'head' as const, department: directory.departments[0]!.id }, { place: 'headTaken' }],
    [{ workPhone: 'спросить' }, { workPhone: 'phoneWrong' }],
    [{ dutyWorking: true }, { workPhone: 'phoneMissing' }],
    [{ dutyOther: true, workPhone: '2-11-36' }, { mobilePhone: 'mobileMissing' }],
  ])('%j is refused', (change, errors) => expect(checkPerson({ ...form, ...change }, directory)).toEqual({ ok: false, error: errors }))
  it('survives being opened and saved unchanged', () => {
    for (const person of directory.people) expect(checkPerson(personFormOf(person), directory)).toEqual({ ok: true, value: person })
    expect(withPerson(directory, directory.people[0]!)).toEqual(directory)
  })
  it.each(['2-11-36', '8 (39135) 2-11-36', '+7 900 000-00-00', '2-11-36, доб. 5'])('%s is a phone', (text) => expect(looksLikePhone(text)).toBe(true))
  it.each(['2-11', 'нет', '8 900 000 00 00 Иван'])('%s is not', (text) => expect(looksLikePhone(text)).toBe(false))
})
