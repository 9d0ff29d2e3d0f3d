import { describe, expect, it } from 'vitest'
import type { JournalEvent } from '../../../../shared/domain/journal/event'
import { linkOf, verifyChain } from '../../../../shared/domain/journal/chain'
import { openOffice, operator } from '../../../support/journal'

/** One device's five events in two cases. */
function chain(): readonly JournalEvent[] {
  const desk = openOffice().desk(operator)
  const first = desk.receive()
  const second = desk.receive({ externalId: 'wall-900000001_6002' })
  for (const caseId of [first, second, first]) desk.must(caseId, { type: 'AddNote', text: 'Заметка' })
  return [...desk.events.values()]
}

const at = (events: readonly JournalEvent[], seq: number): JournalEvent => {
  const found = events.find((event) => event.deviceSeq === seq)
  if (found === undefined) throw new Error(`No event ${seq}`)
  return found
}

describe('JR7 one workstation’s journal', () => {
  it('JR7 a whole chain has no findings, in any order and with repetitions', () => {
    const events = chain()
    expect(events.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4, 5])
    expect(verifyChain([...events].reverse().map(linkOf))).toEqual([])
    expect(verifyChain([...events, ...events].map(linkOf))).toEqual([])
    expect(verifyChain([])).toEqual([])
  })

  it('JR7 missing events are a gap, at the beginning too', () => {
    const events = chain()
    const { device } = at(events, 1)
    expect(verifyChain(events.filter(({ deviceSeq }) => deviceSeq !== 2 && deviceSeq !== 3).map(linkOf))).toEqual([{ kind: 'gap', device, from: 2, to: 3 }])
    expect(verifyChain(events.slice(1).map(linkOf))).toEqual([{ kind: 'gap', device, from: 1, to: 1 }])
  })

  it('JR7 altered words and altered facts are found', () => {
    const events = chain()
    const third = at(events, 3)
    const withOther = (event: object) => events.map((found) => (found === third ? (event as JournalEvent) : found))
    expect(verifyChain(withOther({ ...third, personal: { text: 'Иначе' } }).map(linkOf))).toEqual([{ kind: 'altered', event: third._id, fault: 'personalAltered' }])
    expect(verifyChain(withOther({ ...third, at: third.at + 1 }).map(linkOf))).toEqual([{ kind: 'altered', event: third._id, fault: 'contentAltered' }])
  })

  it('JR7 two events in one place are a fork; the chain goes on from either', () => {
    const office = openOffice()
    const desk = office.desk(operator)
    const caseId = desk.receive()
    // The same device on a second computer, restored from a copy that was taken after the first event.
    const twin = openOffice().desk(operator)
    twin.receive()
    desk.must(caseId, { type: 'AddNote', text: 'Здесь' })
    twin.must(caseId, { type: 'AddNote', text: 'Там' })
    twin.must(caseId, { type: 'AddNote', text: 'Там же' })
    const whole = new Map([...desk.events, ...twin.events])
    const { device } = at([...whole.values()], 1)
    const forked = [...whole.values()].filter(({ deviceSeq }) => deviceSeq === 2).map(({ _id }) => _id).sort()
    expect(forked).toHaveLength(2)
    expect(verifyChain([...whole.values()].map(linkOf))).toEqual([{ kind: 'fork', device, seq: 2, events: forked }])
  })

  it('JR7 an event that names another before it than is here is a broken link', () => {
    const events = chain()
    const strange = openOffice().desk(operator)
    const caseId = strange.receive({ externalId: 'wall-900000001_7777' })
    strange.must(caseId, { type: 'AddNote', text: 'Чужая' })
    const second = at(strange.eventsOf(caseId), 2)
    expect(verifyChain([at(events, 1), second].map(linkOf))).toEqual([
      { kind: 'brokenLink', event: second._id, expected: [at(events, 1)._id.slice(-64)], found: second.prevHash },
    ])
  })
})
