import { beforeAll, describe, expect, it } from 'vitest'
import { Timeline } from '../../../../shared/domain/deadlines/timeline'

const BUCKET = 2 ** 24

describe('a timeline of open intervals', () => {
  // The first interval is as long as a bucket of the search tables, so that its end is the edge of one.
  let line: Timeline
  // Not while the tests are gathered: a timeline that cannot be built would then leave none to fail.
  beforeAll(() => {
    line = new Timeline(0, 5 * BUCKET, [[10, BUCKET + 10], [2 * BUCKET, 3 * BUCKET]])
  })

  it('reaches the end of an interval before the gap after it, and from the other side the beginning of the next', () => {
    expect([line.reach(1), line.reach(BUCKET - 1), line.reach(BUCKET), line.reach(BUCKET + 1)]).toEqual([11, BUCKET + 9, BUCKET + 10, 2 * BUCKET + 1])
    expect([line.reachLast(0), line.reachLast(BUCKET - 1), line.reachLast(BUCKET), line.reachLast(2 * BUCKET - 1)]).toEqual([10, BUCKET + 9, 2 * BUCKET, 3 * BUCKET - 1])
    expect(line.reach(2 * BUCKET)).toBe(3 * BUCKET)
  })

  it('measures in gaps, at edges, before the first interval and after the last', () => {
    const measured = [0, 10, 11, BUCKET + 10, 2 * BUCKET, 2 * BUCKET + 1, 3 * BUCKET, 5 * BUCKET - 1].map((t) => line.measure(t))
    expect(measured).toEqual([0, 0, 1, BUCKET, BUCKET, BUCKET + 1, 2 * BUCKET, 2 * BUCKET])
  })

  it('is open from the beginning of an interval to just before its end, and knows that end', () => {
    const asked = [0, 9, 10, BUCKET + 9, BUCKET + 10, 2 * BUCKET - 1, 2 * BUCKET, 3 * BUCKET - 1, 3 * BUCKET, 5 * BUCKET - 1]
    const open = [false, false, true, true, false, false, true, true, false, false]
    expect(asked.map((t) => line.isOpen(t))).toEqual(open)
    const ends = [NaN, NaN, BUCKET + 10, BUCKET + 10, NaN, NaN, 3 * BUCKET, 3 * BUCKET, NaN, NaN]
    expect(asked.map((t) => line.closing(t))).toEqual(ends)
  })

  it('has nothing open where no interval is', () => {
    const none = new Timeline(0, BUCKET, [])
    expect([none.total, none.measure(5), none.isOpen(5), none.closing(5)]).toEqual([0, 0, false, NaN])
  })
})
