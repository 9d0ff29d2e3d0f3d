import { describe, expect, it } from 'vitest'
import { defaultOffice } from '../../../../renderer/application/office'
import { checkOffice, officeDocumentsOf, officeFormOf, type OfficeForm } from '../../../../renderer/features/settings/officeForm'
import { regulationRows } from '../../../../renderer/features/settings/regulationRows'
import { withoutSchedule, withSchedule } from '../../../../renderer/features/settings/scheduleForm'
import { ORDER_685, SCHEDULE_PRESETS } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE } from '../../../../shared/domain/time'

const office: OfficeForm = { name: 'Администрация', zone: DEFAULT_OFFICE_ZONE, siteSection: '', appealEmail: '', pageRules: '', ownPages: '' }

describe('the office', () => {
  it('needs a name; addresses may be empty', () => {
    expect(checkOffice(office)).toEqual({ ok: true, value: office })
    expect(checkOffice({ ...office, name: ' ' })).toEqual({ ok: false, error: { name: 'name' } })
  })
  it.each([
    [{ appealEmail: 'почта' }, { appealEmail: 'email' }],
    [{ appealEmail: 'a@b' }, { appealEmail: 'email' }],
    [{ siteSection: 'idra-rayon.ru' }, { siteSection: 'site' }],
    [{ ownPages: 'https://vk.com/club1\nАдминистрация' }, { ownPages: 'page' }],
    [{ siteSection: 'javascript:alert(1)' }, { siteSection: 'site' }],
  ])('%j is refused', (change, error) => expect(checkOffice({ ...office, ...change })).toEqual({ ok: false, error }))
  it('its pages are a line each and come back as typed', () => {
    const typed = checkOffice({ ...office, ownPages: ' https://vk.com/club1 Администрация района \n\nok.ru/group/5' })
    const documents = typed.ok ? officeDocumentsOf(typed.value, ['ownPages']) : undefined
    expect(documents?.ownPages).toEqual([{ network: 'vk', address: 'https://vk.com/club1', name: 'Администрация района' }, { network: 'ok', address: 'ok.ru/group/5' }])
    expect(documents && officeFormOf({ ...defaultOffice, ...documents }).ownPages).toBe('https://vk.com/club1 Администрация района\nok.ru/group/5')
  })
  it('saves the fields that were changed and no others', () => {
    expect(officeDocumentsOf({ ...office, name: 'Другая', appealEmail: 'a@example.ru' }, ['name'])).toEqual({ name: 'Другая' })
  })
})

describe('the order in words', () => {
  const rows = regulationRows(ORDER_685)
  it('names every clause that sets a term', () => {
    expect(rows.map(({ clause }) => clause)).toEqual(['3.1', '3.2', '3.2', '3.2', '3.3', '3.7', '3.9', '3.9', '59-ФЗ, ст. 8 ч. 2', '59-ФЗ, ст. 8 ч. 3', '59-ФЗ, ст. 12'])
  })
  it('says the hours, by which clock and from when', () => {
    expect(rows[0]?.term).toBe('3\u00A0часа рабочего времени с размещения сообщения'.replace('\u00A0', rows[0]?.term.charAt(1) ?? ''))
    expect(rows[4]?.term).toContain('24')
    expect(rows[4]?.term).toContain('8')
    expect(rows[10]?.term).toContain('30')
    const beside = regulationRows({ ...ORDER_685, rules: { ...ORDER_685.rules, explanation: { ...ORDER_685.rules.explanation, alsoAnswer: true } } })
    expect([rows[5]?.term.endsWith('сроки структуры идут рядом'), beside[5]?.term.endsWith('сроки структуры идут рядом')]).toEqual([false, true])
  })
})

describe('schedules', () => {
  const office40 = SCHEDULE_PRESETS['40']
  const own = { ...SCHEDULE_PRESETS['36-even'], department: 'school' }
  it('are put in by id', () => {
    expect(withSchedule([office40], own)).toEqual([office40, own])
    expect(withSchedule([office40, own], { ...own, title: 'x' })[1]?.title).toBe('x')
  })
  it('the administration’s last one cannot be taken out', () => {
    expect(withoutSchedule([office40, own], own.id)).toEqual([office40])
    expect(withoutSchedule([office40, own], office40.id)).toBeUndefined()
  })
})
