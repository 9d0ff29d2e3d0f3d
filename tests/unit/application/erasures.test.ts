import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import { readErasures } from '../../../renderer/application/server/erasures'
import type { Command } from '../../../shared/domain/case/command'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import { aComputer, fetched, start } from '../../support/profile'

let app: Application
afterEach(() => app.close())
const caseOf = (number: number) => caseIdFor('vk', `wall-900000001_${number}`)
const act = async (number: number, command: Command) => {
  const done = await app.execute(caseOf(number), command)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}

describe('what was erased', () => {
  it('CS24 SY34 is told by its acts, with every erased event bare of words, and the files that are still named', async () => {
    const computer = aComputer()
    app = await start(computer)
    await expect.poll(() => app.upkeep.get()).toBeUndefined()
    const photo = await app.attach('яма.jpg', 'image/jpeg', new Uint8Array([1, 2, 3]))
    const scan = await app.attach('скан.jpg', 'image/jpeg', new Uint8Array([4, 5, 6]))
    if (!photo.ok || !scan.ok) throw new Error('not attached')
    const withFile = (sha256: typeof photo.value.sha256) => [{ kind: 'photo' as const, sha256 }]
    await app.intake([fetched(1, { attachments: withFile(photo.value.sha256) }), fetched(2), fetched(3, { attachments: withFile(scan.value.sha256) })])
    await act(1, { type: 'AddNote', text: 'Звонить после обеда' })
    await act(1, { type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' })
    await act(2, { type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' })

    const { acts, events, known, cancelled } = await app.erasures()
    expect(cancelled).toBe(false)
    expect(acts.map(({ act: number, erasures }) => [number, erasures.map(({ caseId, by, reason }) => [caseId, by, reason]).sort()])).toEqual([
      ['Акт 1', [[caseOf(1), 'operator', 'Отзыв согласия'], [caseOf(2), 'operator', 'Отзыв согласия']].sort()],
    ])
    expect(acts[0]?.erasures.find(({ caseId }) => caseId === caseOf(1))?.kinds).toEqual(['MessageReceived', 'NoteAdded'])
    expect(new Set(acts.flatMap((act) => act.erasures.flatMap((erasure) => erasure.events)))).toEqual(new Set(events.map(({ _id }) => _id)))
    expect(events).toHaveLength(3)
    for (const event of events) expect(Object.keys(event)).toEqual(expect.not.arrayContaining(['personal', 'salt']))
    expect(events.every(({ _id }) => known.has(_id))).toBe(true)
    expect([known.names(photo.value.sha256), known.names(scan.value.sha256)]).toEqual([false, true])
  })

  it('SY35 an act whose events have not been pulled yet says which', async () => {
    app = await start(aComputer())
    await app.intake([fetched(1)])
    await act(1, { type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' })
    const whole = (await app.erasures()).acts[0]?.erasures[0]
    if (whole === undefined) throw new Error('not erased')
    expect([whole.events.length, whole.awaited]).toEqual([1, []])
    const erasure = JSON.stringify({ _id: whole.event, caseId: whole.caseId, type: 'PersonalDataErased', at: whole.at, actor: whole.by, payload: { act: 'Акт 1', erased: whole.events } })
    async function* pages() {
      await Promise.resolve()
      yield [{ id: whole?.event ?? '', json: erasure }]
    }
    const early = (await readErasures({ pages, count: () => Promise.resolve(1) } as never)).acts[0]?.erasures[0]
    expect(early).toMatchObject({ events: [], kinds: [], awaited: whole.events })
  })

  it('can be called off', async () => {
    app = await start(aComputer())
    await app.intake([fetched(1)])
    expect(await app.erasures({ signal: AbortSignal.abort() })).toMatchObject({ cancelled: true, events: [] })
  })
})
