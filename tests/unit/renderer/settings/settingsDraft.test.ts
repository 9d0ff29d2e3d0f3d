import { describe, expect, it } from 'vitest'
import { defaultOffice } from '../../../../renderer/application/office'
import { officeFields, type OfficeForm, officeFormOf } from '../../../../renderer/features/settings/officeForm'
import { changedNames, overtakenNames, readTyped, typeOver, writeTyped, type TypedOver } from '../../../../renderer/features/settings/settingsDraft'

const found = officeFormOf(defaultOffice)
const nothing: TypedOver<OfficeForm> = { own: {}, base: {} }
const stored = (typed: TypedOver<OfficeForm>) => readTyped<OfficeForm>(writeTyped(typed), officeFields)

describe('a form over settings that others change too', () => {
  it('SY66 holds only what was touched: what another changed meanwhile in the other fields stands', () => {
    const typed = stored(typeOver(nothing, { name: 'Моя' }, found))
    const now = { ...found, appealEmail: 'their@example.ru', pageRules: 'Их правила' }
    expect(changedNames(typed, now)).toEqual(['name'])
    expect(overtakenNames(typed, now)).toEqual([])
  })

  it('SY66 says where another changed the same field since it was touched', () => {
    let typed = stored(typeOver(nothing, { name: 'М' }, found))
    const now = { ...found, name: 'Их' }
    typed = stored(typeOver(typed, { name: 'Моя' }, now))
    expect([changedNames(typed, now), overtakenNames(typed, now)]).toEqual([['name'], ['name']])
    const same = { ...found, name: 'Моя' }
    expect([changedNames(typed, same), overtakenNames(typed, same)]).toEqual([[], []])
  })

  it('SY66 a field that is again as it was found is nobody’s change', () => {
    const typed = typeOver(typeOver(nothing, { name: 'Моя' }, found), { name: found.name }, { ...found, name: 'Их' })
    expect(typed).toEqual(nothing)
    expect(writeTyped(typed)).toBe('')
  })

  it('keeps the words of a draft that knows no base, and of a broken one the fields that can be read', () => {
    const whole = readTyped<OfficeForm>(JSON.stringify({ ...found, name: 'Прежний черновик', zone: 'Nowhere/At-all' }), officeFields)
    expect(changedNames(whole, found)).toEqual(['name'])
    expect(whole.own.zone).toBeUndefined()
    for (const text of ['', '{"name":', '[]', 'null', '{"base":7}']) expect(readTyped<OfficeForm>(text, officeFields)).toEqual(nothing)
  })
})
