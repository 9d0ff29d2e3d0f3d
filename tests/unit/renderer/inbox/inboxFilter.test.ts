import { describe, expect, it } from 'vitest'
import { filterCounts, shownCases } from '../../../../renderer/features/inbox/inboxFilter'
import type { JudgedCase } from '../../../../renderer/ui/deadlines/deadlinesContext'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { deadlineFacts } from '../../../../shared/domain/case/deadlineFacts'
import { deadlinesOf } from '../../../../shared/domain/deadlines'
import { caseNumber } from '../../../../shared/domain/journal/identity'
import { instant } from '../../../../shared/domain/time'
import { rulesWith } from '../../../support/deadlines'
import { directory, hours, placedAt, roads } from '../../../support/journal'
import { received } from '../../../support/situation'

const rules = rulesWith()
const judge = (state: CaseState): JudgedCase => ({ state, rules, deadlines: deadlinesOf(deadlineFacts(state), rules, null) })
const now = instant(placedAt + hours(2))

const early = judge(received({ externalId: '1', text: 'Снег на дороге', placedAt: instant(placedAt - hours(48)) }).state)
const late = judge(received({ externalId: '2', text: 'Тёмная остановка' }).state)
const forwarded = judge(received({ externalId: '3', text: 'Яма' }).given({ type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false }).state)
const all = [late, forwarded, early]
const shown = (filter: Parameters<typeof shownCases>[1], query = '') => shownCases(all, filter, query, directory, now).map(({ state }) => state.message.text)

describe('the inbox', () => {
  it('puts first what binds first', () => {
    expect(shown('all')).toEqual(['Снег на дороге', 'Тёмная остановка', 'Яма'])
  })
  it('filters by whose move it is and by what is overdue', () => {
    expect(shown('new')).toEqual(['Снег на дороге', 'Тёмная остановка'])
    expect(shown('department')).toEqual(['Яма'])
    expect(shown('overdue')).toEqual(['Снег на дороге'])
    expect(filterCounts(all, now)).toEqual({ all: 3, new: 2, department: 1, review: 0, overdue: 1, emergency: 0, conflict: 0 })
  })
  it('finds by words, whatever their case and ё, and by the structure', () => {
    expect(shown('all', 'ТЕМНАЯ')).toEqual(['Тёмная остановка'])
    expect(shown('all', 'снег дорог')).toEqual(['Снег на дороге'])
    expect(shown('all', 'снег остановка')).toEqual([])
    expect(shown('all', 'жителя района')).toHaveLength(3)
    const name = directory.departments.find(({ id }) => id === roads)?.name ?? ''
    expect(shown('all', name)).toEqual(['Яма'])
  })
  it('finds word forms as the archive does, the word being typed by its beginning', () => {
    expect(shown('all', 'снега')).toEqual(['Снег на дороге'])
    expect(shown('all', 'дорогу снегом')).toEqual(['Снег на дороге'])
    expect(shown('all', 'останов')).toEqual(['Тёмная остановка'])
    expect(shown('all', 'остано ')).toEqual([])
    expect(shown('all', 'отделом дорожно')).toEqual(['Яма'])
    expect(shown('all', ' ,')).toHaveLength(3)
  })
  it('finds by the case’s number and the message’s address as they are written, also while they are typed', () => {
    const number = caseNumber(late.state.id)
    for (const typed of [number, number.toLowerCase(), number.slice(0, 7)]) expect(shown('all', typed)).toEqual(['Тёмная остановка'])
    expect(shown('all', 'https://vk.ru/wall-900000001_5001')).toHaveLength(3)
  })
  it('cuts a case’s words once for as long as the case stays, whatever is typed', () => {
    let read = 0
    const { message } = early.state
    const counted = {
      ...message,
      get text() {
        read++
        return message.text
      },
    }
    const state = { ...early.state, message: counted }
    const cases = [{ ...early, state }]
    for (const query of ['с', 'сн', 'снег']) expect(shownCases(cases, 'all', query, directory, now)).toHaveLength(1)
    expect(read).toBe(1)
  })
})
