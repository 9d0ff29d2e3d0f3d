import { describe, expect, it } from 'vitest'
import { deadlineFacts } from '../../../shared/domain/case/deadlineFacts'
import { deadlinesOf, openRulebook } from '../../../shared/domain/deadlines'
import { instant } from '../../../shared/domain/time'
import { directory } from '../../support/journal'
import { mortal } from '../../support/mortalStorage'
import { aComputer, fetched, start } from '../../support/profile'

describe('the training set', () => {
  // A working morning, a night, the long holidays.
  for (const now of ['2026-11-24T10:00+07:00', '2026-11-28T23:30+07:00', '2027-01-05T12:00+07:00']) {
    it(`is an office with a past at ${now}`, async () => {
      const computer = aComputer()
      computer.clock.at = instant(Date.parse(now))
      const app = await start(computer)
      expect(await app.loadTraining()).toEqual({ ok: true, value: undefined })
      expect(app.firstRun.get()).toBe('training')
      expect(app.directory.get().departments.length).toBeGreaterThan(10)
      const stages = new Set(app.openCases.get().map((state) => state.stage))
      expect([...stages].sort()).toEqual(['appeal', 'department', 'review', 'rework', 'triage'])
      const months = await app.cases.closedMonths()
      expect(months.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(5)
      for (const state of app.openCases.get()) for (const entry of state.history) expect(entry.at).toBeLessThanOrEqual(computer.clock.at)
      expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [], mendedCases: 0 })
      expect(await app.loadTraining()).toMatchObject({ ok: false })
      expect(await app.eraseEverything()).toEqual({ ok: true, value: undefined })
    })
  }

  it('gives whoever loads it five minutes: something is overdue, something is due within the next hours, nothing right now', async () => {
    for (const now of ['2026-11-24T08:00', '2026-11-24T10:00', '2026-11-24T11:37', '2026-11-24T13:00', '2026-11-24T14:52', '2026-11-24T15:59', '2026-11-23T08:10', '2026-11-27T15:40', '2026-12-30T14:00']) {
      const computer = aComputer()
      computer.clock.at = instant(Date.parse(`${now}+07:00`))
      const app = await start(computer)
      expect(await app.loadTraining()).toMatchObject({ ok: true })
      const rulebook = openRulebook(app.office.get())
      const deadlines = app.openCases.get().flatMap((state) => {
        const rules = rulebook.inForceAt(state.message.placedAt)
        return rules === null ? [] : deadlinesOf(deadlineFacts(state), rules, instant(computer.clock.at)).deadlines
      })
      const left = deadlines.filter(({ state }) => state === 'running').map(({ due }) => Number(due) - Number(computer.clock.at))
      expect(Math.min(...left), now).toBeGreaterThan(5 * 60_000)
      expect(left.filter((ms) => ms < 3 * 3_600_000).length, now).toBeGreaterThan(2)
      expect(deadlines.filter(({ state }) => state === 'overdue').length, now).toBeGreaterThan(1)
      await app.close()
    }
  })

  it('is loaded once when the program was killed in the middle', async () => {
    for (let at = 1; at <= 14; at++) {
      const computer = aComputer()
      const disk = mortal()
      const dying = await start(computer, { wrap: disk.wrap, onFailure: () => undefined })
      disk.appoint({ at, stored: at % 2 === 0 })
      await dying.loadTraining()
      await dying.close()
      const app = await start(computer)
      if (app.firstRun.get() === 'undecided') expect(await app.loadTraining()).toMatchObject({ ok: true })
      expect(app.firstRun.get()).toBe('training')
      expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [], mendedCases: 0 })
      for (const state of app.openCases.get()) expect(state.notes.length).toBeLessThan(2)
      await app.close()
    }
  })

  it('does not mix with real messages', async () => {
    const app = await start(aComputer())
    await app.intake([fetched(1)])
    expect(await app.loadTraining()).toEqual({ ok: false, error: expect.stringContaining('уже есть сообщения') })
    expect(app.openCases.get()).toHaveLength(1)
    await app.close()
  })

  it('leaves the office of real messages as it is', async () => {
    const app = await start(aComputer())
    await app.saveOffice({ name: 'Администрация района', directory })
    await app.intake([fetched(1)])
    expect(await app.loadTraining()).toMatchObject({ ok: false })
    expect(app.office.get()).toMatchObject({ name: 'Администрация района', directory })
    await app.close()
  })
})
