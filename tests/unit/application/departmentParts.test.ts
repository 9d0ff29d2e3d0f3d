import { describe, expect, it } from 'vitest'
import { DepartmentParts } from '../../../renderer/application/departmentParts'
import { headOf, housing, openOffice, operator, roads, sync } from '../../support/journal'

const toRoads = { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false } as const

function aForwardedCase() {
  const office = openOffice()
  const [desk, department] = [office.desk(operator), office.desk(headOf(roads))]
  const caseId = desk.receive()
  desk.must(caseId, toRoads)
  let read = 0
  const partsFor = (who: typeof roads) =>
    new DepartmentParts(who, (id) => {
      read++
      return Promise.resolve(desk.eventsOf(id))
    })
  return { desk, department, caseId, partsFor, reads: () => read }
}

describe('PM7 a department’s parts of the cases', () => {
  it('PM7 are what its own computer holds, through all that is done', async () => {
    const { desk, department, caseId, partsFor } = aForwardedCase()
    const parts = partsFor(roads)
    const expectSame = async () => {
      sync(desk, department)
      expect(await parts.of(desk.state(caseId))).toEqual(department.state(caseId))
    }
    await expectSame()
    desk.must(caseId, { type: 'RecordAuthorEdit', text: 'И лёд тоже', attachments: [] })
    await expectSame()
    desk.must(caseId, { type: 'WithdrawForwarding', forwarding: desk.state(caseId).forwardings[0]!.event, reason: 'Не туда' })
    desk.must(caseId, { ...toRoads, to: housing })
    await expectSame()
    desk.must(caseId, { type: 'ErasePersonalData', act: 'Акт 1', reason: 'По заявлению' })
    await expectSame()
  })

  it('PM7 are read once until the case has a new event, and stay the same object when that is not theirs', async () => {
    const { desk, caseId, partsFor, reads } = aForwardedCase()
    const parts = partsFor(roads)
    const before = desk.state(caseId)
    expect(parts.isKnown(before)).toBe(false)
    expect(parts.latest(before)).toBeUndefined()
    const [part, again] = await Promise.all([parts.of(before), parts.of(before)])
    expect(again).toBe(part)
    expect(await parts.of(before)).toBe(part)
    expect(reads()).toBe(1)
    desk.must(caseId, { type: 'AddNote', text: 'Между нами' })
    const after = desk.state(caseId)
    expect(parts.isKnown(after)).toBe(false)
    expect(parts.latest(after)).toBe(part)
    expect(await parts.of(after)).toBe(part)
    expect(reads()).toBe(2)
  })

  it('PM7 need no reading where nothing was forwarded to it, nor on its own computer', async () => {
    const { desk, department, caseId, partsFor, reads } = aForwardedCase()
    sync(desk, department)
    const own = department.state(caseId)
    expect(await partsFor(roads).of(own)).toBe(own)
    expect(await partsFor(housing).of(desk.state(caseId))).toBeUndefined()
    expect(reads()).toBe(0)
  })
})
