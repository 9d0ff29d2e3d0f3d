import { describe, expect, it } from 'vitest'
import { closedHits, departmentsOf, everyCase, filterIsSet, monthsByYear, passes } from '../../../../renderer/features/archive/archiveFilter'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import type { CaseId, EventId } from '../../../../shared/domain/journal/ids'
import type { DepartmentId, PersonId } from '../../../../shared/domain/people/roles'
import { instant } from '../../../../shared/domain/time'

const at = instant(1_790_000_000_000)
const deed = { event: `c${'0'.repeat(32)}~a~${'0'.repeat(64)}` as EventId, by: 'a' as PersonId, at }
const forwardedTo = (...to: string[]): CaseState['forwardings'] => to.map((id) => ({ ...deed, to: id as DepartmentId, purpose: 'answer', answers: [] }))

const closed: CaseState = {
  id: `c${'0'.repeat(32)}` as CaseId,
  stage: 'closed',
  kind: 'answer',
  message: { network: 'vk', visibility: 'public', placedAt: at, text: 'снег', author: {}, attachments: [], earlierTexts: [], textFrom: deed.event, authorFrom: deed.event },
  receivedAt: at,
  forwardings: forwardedTo('roads', 'zhkh', 'roads'),
  unattachedAnswers: [],
  postings: [],
  refusals: [],
  duplicateMarks: [],
  registrations: [],
  failedPublications: [],
  appeal: {},
  notices: [],
  notes: [],
  reopenings: [],
  erasures: [],
  outcome: { how: 'published', at },
  conflicts: [],
  unknownEvents: 0,
  heads: [],
  lamport: 1,
  eventCount: 1,
  history: [],
}
const late = (): boolean => true
const inTime = (): boolean => false

describe('what of the archive is shown', () => {
  it('everything by default', () => {
    expect(passes(closed, everyCase, inTime)).toBe(true)
    expect(filterIsSet(everyCase)).toBe(false)
  })
  it.each([
    [{ outcome: 'published' as const }, true],
    [{ outcome: 'refused' as const }, false],
    [{ network: 'vk' as const }, true],
    [{ network: 'ok' as const }, false],
    [{ department: 'zhkh' }, true],
    [{ department: 'school' }, false],
  ])('%j → %s', (change, shown) => {
    expect(passes(closed, { ...everyCase, ...change }, inTime)).toBe(shown)
    expect(filterIsSet({ ...everyCase, ...change })).toBe(true)
  })
  it('overdue ones by their deadlines', () => {
    expect(passes(closed, { ...everyCase, overdueOnly: true }, late)).toBe(true)
    expect(passes(closed, { ...everyCase, overdueOnly: true }, inTime)).toBe(false)
  })
  it('names each structure once', () => expect(departmentsOf(closed)).toEqual(['roads', 'zhkh']))
})

describe('months', () => {
  it('are grouped by year with sums, in the order given', () => {
    const months = [{ month: '2026-11', count: 2 }, { month: '2026-10', count: 3 }, { month: '2025-12', count: 4 }]
    expect(monthsByYear(months).map(({ year, count }) => [year, count])).toEqual([['2026', 5], ['2025', 4]])
  })
})

it('search results show closed cases once each', () => {
  const [a, b] = ['ca', 'cb'] as unknown as [CaseId, CaseId]
  const hits = [{ caseId: a, closed: true }, { caseId: b, closed: false }, { caseId: a, closed: true }]
  expect(closedHits(hits)).toEqual([{ caseId: a, closed: true }])
})
