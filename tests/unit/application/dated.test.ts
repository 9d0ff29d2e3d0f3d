import { afterEach, describe, expect, it, vi } from 'vitest'
import { datedCases } from '../../../renderer/application/dated'
import { changing } from '../../../renderer/application/observable'
import { defaultOffice } from '../../../renderer/application/office'
import { watchAttention } from '../../../renderer/app/watchAttention'
import { SCHEDULE_PRESETS } from '../../../shared/domain/deadlines'
import { instant } from '../../../shared/domain/time'
import { hours, minutes, openOffice, operator, placedAt } from '../../support/journal'

function twoCases() {
  const office = openOffice()
  const desk = office.desk(operator)
  const later = desk.receive({ placedAt: instant(placedAt + minutes(10)), externalId: 'later' })
  const sooner = desk.receive({ externalId: 'sooner' })
  return { desk, open: changing([desk.state(later), desk.state(sooner)]), later, sooner, settings: changing(defaultOffice) }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('open cases with their deadlines', () => {
  it('stand in the order of what binds next, and are counted anew only when they or the rules change', () => {
    const { desk, open, later, sooner, settings } = twoCases()
    const dated = datedCases(open, settings)
    const before = dated.get()
    expect(before.map(({ state }) => state.id)).toEqual([sooner, later])
    expect(dated.get()).toBe(before)
    settings.set({ ...settings.get(), name: 'Другое имя' })
    expect(dated.get()[0]?.deadlines).toBe(before[0]?.deadlines)
    desk.must(later, { type: 'AddNote', text: 'x' })
    open.set([desk.state(later), ...open.get().slice(1)])
    expect(dated.get()[0]?.deadlines).toBe(before[0]?.deadlines)
    expect(dated.get()[1]?.deadlines).not.toBe(before[1]?.deadlines)
    settings.set({ ...settings.get(), schedules: [SCHEDULE_PRESETS['36-even']] })
    expect(dated.get()[0]?.deadlines).not.toBe(before[0]?.deadlines)
  })
})

describe('attention', () => {
  it('comes by the second: first soon, then overdue; the same list is not told again', () => {
    vi.useFakeTimers()
    const { open, settings, sooner } = twoCases()
    let now = instant(placedAt + hours(1))
    const watched = watchAttention(datedCases(open, settings), { now: () => now })
    const told = vi.fn()
    watched.subscribe(told)
    vi.advanceTimersByTime(1000)
    expect(watched.get()).toEqual([])
    // 3.1: three working hours from 10:00, lunch from 12:00 to 13:00: due at 14:00.
    now = instant(placedAt + hours(3) + minutes(5))
    vi.advanceTimersByTime(1000)
    expect(watched.get()).toMatchObject([{ why: 'dueSoon', caseId: sooner, deadline: 'triage', due: placedAt + hours(4) }])
    vi.advanceTimersByTime(5000)
    expect(told).toHaveBeenCalledTimes(1)
    now = instant(placedAt + hours(4) + 1)
    vi.advanceTimersByTime(1000)
    expect(watched.get()[0]).toMatchObject({ why: 'overdue', caseId: sooner })
    watched.stop()
  })
})
