import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ErasureAct } from '../../../../renderer/application/server/erasures'
import { caseNumbers, categoriesOf, eventsOf, extractOf, kindsOf, standingOf, type Destruction } from '../../../../renderer/features/server-admin/destruction'
import { instantFormat } from '../../../../renderer/format/instants'
import { caseIdFor, caseNumber } from '../../../../shared/domain/journal/identity'
import type { EventId } from '../../../../shared/domain/journal/ids'
import type { PersonId } from '../../../../shared/domain/people/roles'
import { placedAt } from '../../../support/journal'

const [first, second] = [caseIdFor('vk', 'wall-900000001_1'), caseIdFor('ok', '2')]
const erasure = (caseId: typeof first, event: string, change: Partial<ErasureAct['erasures'][number]> = {}): ErasureAct['erasures'][number] => ({
  event: event as EventId, caseId, at: placedAt, by: 'operator' as PersonId, reason: 'Отзыв согласия', kinds: ['MessageReceived'], events: [`${event}-erased` as EventId], awaited: [], ...change,
})
const act: ErasureAct = { act: '12-ПД', erasures: [erasure(first, 'e1', { kinds: ['MessageReceived', 'NoteAdded'], events: ['a' as EventId, 'b' as EventId] }), erasure(second, 'e2', { reason: null }), erasure(first, 'e3', { reason: '=1+1;"кавычки"' })] }
const said: Destruction = { operatorName: 'Администрация', operatorAddress: '', subjects: '', reason: 'Достижение цели', categories: '', destroyers: '', destroyedAt: '24.11.2026, 12:00:00' }

describe('an act of destruction', () => {
  it('1.4 names the categories that the erased kinds hold, each once', () => {
    expect(categoriesOf(['MessageReceived', 'MessageEditedByAuthor'])).toHaveLength(1)
    expect(categoriesOf(['AppealConsentRecorded'])[0]).toContain('фамилия, имя, отчество')
    expect(categoriesOf(['NoteAdded', 'MessageReceived', 'AppealHandedOver'])).toHaveLength(3)
    expect(categoriesOf([])).toEqual([])
  })

  it('1.4 counts cases and events once, however often they were erased', () => {
    expect(caseNumbers(act)).toEqual([caseNumber(first), caseNumber(second)])
    expect(eventsOf(act)).toEqual(['a', 'b', 'e2-erased', 'e3-erased'])
    expect(kindsOf(act)).toHaveLength(4)
  })

  it('1.4 SY35 confirms only what was looked for: an event that is not here yet leaves the act open', () => {
    const none = { events: new Set<string>() }
    expect(standingOf(act, null)).toEqual({ kind: 'notAsked' })
    expect(standingOf(act, none)).toEqual({ kind: 'gone' })
    expect(standingOf(act, { events: new Set(['b']) })).toEqual({ kind: 'still', count: 1 })
    const pulled: ErasureAct = { act: '13-ПД', erasures: [erasure(first, 'e1', { events: [], awaited: ['a' as EventId, 'b' as EventId] }), erasure(first, 'e2', { awaited: ['b' as EventId] })] }
    expect(standingOf(pulled, none)).toEqual({ kind: 'awaited', count: 2 })
    expect(standingOf(pulled, { events: new Set(['e2-erased']) })).toEqual({ kind: 'still', count: 1 })
  })

  it('1.4 the extract has a line for each erasure, and no cell that a table program would reckon', () => {
    const text = extractOf(act, said, instantFormat('Asia/Krasnoyarsk'), () => 'Учебная Ольга')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toHaveLength(4)
    expect(data.every((line) => line.length === data[0]?.length)).toBe(true)
    expect(data[1]).toEqual([caseNumber(first), `автор сообщения № ${caseNumber(first)}`, categoriesOf(act.erasures[0]?.kinds ?? []).join('; '), expect.stringContaining('Отклик'), 'Отзыв согласия', '24.11.2026, 12:00:00', 'Учебная Ольга, 24.11.2026, 10:00:00', 'e1', '2'])
    expect(data[2]?.[4]).toBe('Достижение цели')
    expect(data[3]?.[4]).toBe(`'=1+1;"кавычки"`)
  })
})
