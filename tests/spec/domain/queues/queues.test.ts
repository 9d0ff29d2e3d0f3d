import { describe, expect, it } from 'vitest'
import { deadlineFacts } from '../../../../shared/domain/case/deadlineFacts'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { deadlinesOf } from '../../../../shared/domain/deadlines'
import { departmentDesk, deskPlace, duplicatesInCircles, inboxOrder, reviewQueue, triageQueue, type DatedCase } from '../../../../shared/domain/queues'
import { instant, type Instant } from '../../../../shared/domain/time/instant'
import { rulesWith } from '../../../support/deadlines'
import { headOf, hours, housing, openOffice, operator, placedAt, roads, secondOperator, sync } from '../../../support/journal'
import { publication, situationOf, submission, toRoads } from '../../../support/situation'

const rules = rulesWith()
const dated = (state: CaseState, now: Instant): DatedCase => ({ state, deadlines: deadlinesOf(deadlineFacts(state), rules, now) })

/** One operator's desk with cases at different stages, all placed at ten o'clock but for the late one. */
function fullDesk() {
  const office = openOffice()
  const desk = office.desk(operator)
  const aCase = (key: string, over: object = {}) => situationOf(office, desk, desk.receive({ externalId: key, ...over }))
  const fresh = aCase('fresh')
  const late = aCase('late', { placedAt: instant(placedAt - hours(24)) })
  const atRoads = aCase('atRoads').given(toRoads)
  const atHousing = aCase('atHousing').given({ ...toRoads, to: housing })
  const inReview = aCase('inReview').given(toRoads)
  inReview.given(submission(inReview.forwarding), headOf(roads))
  const inRework = aCase('inRework').given(toRoads)
  inRework.given(submission(inRework.forwarding), headOf(roads)).given({ type: 'ReturnAnswer', answer: inRework.answer, remarks: 'Когда?' })
  const closed = aCase('closed')
  closed.given(publication(closed))
  const all = { fresh, late, atRoads, atHousing, inReview, inRework, closed }
  const names = new Map(Object.entries(all).map(([name, { caseId }]) => [caseId, name]))
  const cases = () => Object.values(all).map(({ state }) => dated(state, office.now))
  return { ...all, office, desk, cases, named: (found: readonly DatedCase[]) => found.map(({ state }) => names.get(state.id)) }
}

describe('CS27 the queues', () => {
  it('CS27 the inbox goes by what binds next; what has no deadline running comes last', () => {
    const { cases, named } = fullDesk()
    const order = named(inboxOrder(cases()))
    expect(order[0]).toBe('late')
    expect(order.at(-1)).toBe('closed')
    const dues = inboxOrder(cases()).map(({ deadlines }) => deadlines?.binding?.due ?? Infinity)
    expect(dues).toEqual([...dues].sort((a, b) => a - b))
    expect(inboxOrder([...cases()].reverse())).toEqual(inboxOrder(cases()))
  })

  it('CS27 triage, review and a department’s desk hold what is theirs', () => {
    const { cases, named, atRoads, inReview, inRework, atHousing, closed } = fullDesk()
    expect(named(triageQueue(cases())).sort()).toEqual(['fresh', 'late'])
    expect(named(reviewQueue(cases()))).toEqual(['inReview'])
    expect(named(departmentDesk(roads)(cases())).sort()).toEqual(['atRoads', 'inReview', 'inRework'])
    expect(named(departmentDesk(housing)(cases()))).toEqual(['atHousing'])
    expect([atRoads, inReview, inRework, atHousing, closed].map(({ state }) => deskPlace(state, roads))).toEqual(['toAnswer', 'inReview', 'toRework', undefined, undefined])
  })

  it('CS27 an answer to an overlapping forwarding waits for review though another forwarding is current', () => {
    const office = openOffice()
    const [first, second] = [office.desk(operator), office.desk(secondOperator)]
    const caseId = first.receive()
    sync(first, second)
    first.must(caseId, toRoads)
    second.must(caseId, { ...toRoads, to: housing })
    sync(first, second)
    const [current, other] = first.state(caseId).forwardings
    if (current === undefined || other === undefined) throw new Error('Two forwardings were expected')
    first.must(caseId, submission(other.event))
    const found = dated(first.state(caseId), office.now)
    expect(found.state.stage).toBe('department')
    expect(reviewQueue([found])).toEqual([found])
    expect(deskPlace(found.state, other.to)).toBe('inReview')
    expect(deskPlace(found.state, current.to)).toBe('toAnswer')
  })
})

describe('CS28 duplicates in a circle', () => {
  it('CS28 two desks may close two cases as duplicates of each other: the circle is told of', () => {
    const office = openOffice()
    const [first, second] = [office.desk(operator), office.desk(secondOperator)]
    const [a, b, c] = ['a', 'b', 'c'].map((externalId) => first.receive({ externalId }))
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three cases were expected')
    sync(first, second)
    first.must(a, { type: 'MarkDuplicate', of: b })
    second.must(b, { type: 'MarkDuplicate', of: a })
    sync(first, second)
    first.must(c, { type: 'RefuseHandling', ground: 'insult' })
    const states = [a, b, c].map((caseId) => first.state(caseId))
    expect(duplicatesInCircles(states)).toEqual(new Set([a, b]))
    expect(duplicatesInCircles(states.slice(1))).toEqual(new Set())
  })
})
