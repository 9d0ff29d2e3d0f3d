// A power of two (4.7 h): multiplying by its inverse is exact, and faster than a division.
const BUCKET = 2 ** 24
const PER_BUCKET = 1 / BUCKET

/**
 * Open time as half-open intervals in epoch ms, sorted and apart, laid out for queries that allocate nothing:
 * prefix sums answer «how much is open before t», two tables of buckets replace the search.
 * All instants asked about must lie in [start, end); `WorkingTime` widens the range before asking.
 */
export class Timeline {
  /** Beginnings and ends; after the last interval comes one at infinity, so that every instant has a next one. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** Open ms before interval i; the last entry is the sum of all. */
  readonly before: Float64Array
  readonly total: number
  private readonly byTime: Int32Array
  private readonly byOpen: Int32Array

  constructor(
    readonly start: number,
    readonly end: number,
    intervals: readonly (readonly [from: number, to: number])[],
  ) {
    const count = intervals.length
    this.from = new Float64Array(count + 1).fill(Infinity)
    this.to = new Float64Array(count + 1).fill(Infinity)
    this.before = new Float64Array(count + 1)
    for (let i = 0; i < count; i++) {
      const [from, to] = intervals[i]!
      this.from[i] = from
      this.to[i] = to
      this.before[i + 1] = this.before[i]! + (to - from)
    }
    this.total = this.before[count]!
    this.byTime = buckets(end - start, count, (i) => this.to[i]! - start)
    this.byOpen = buckets(this.total, count, (i) => this.before[i + 1]!)
  }

  /** Index of the first interval that ends after t. */
  next(t: number): number {
    let i = this.byTime[((t - this.start) * PER_BUCKET) | 0]!
    while (this.to[i]! <= t) i++
    return i
  }

  /** Open ms in [start, t). */
  measure(t: number): number {
    const i = this.next(t)
    return this.before[i]! + Math.max(0, t - this.from[i]!)
  }

  /** The earliest T with `open` ms in [start, T), for 0 < open ≤ total. */
  reach(open: number): number {
    // An interval that ends exactly at the edge of a bucket belongs to the bucket before it: 12:00 is reached before lunch.
    let i = this.byOpen[((open - 1) * PER_BUCKET) | 0]!
    while (this.before[i + 1]! < open) i++
    return this.from[i]! + (open - this.before[i]!)
  }

  /** The latest T with `open` ms in [start, T), for 0 ≤ open < total. */
  reachLast(open: number): number {
    let i = this.byOpen[(open * PER_BUCKET) | 0]!
    while (this.before[i + 1]! <= open) i++
    return this.from[i]! + (open - this.before[i]!)
  }

  isOpen(t: number): boolean {
    return this.from[this.next(t)]! <= t
  }

  /** The end of the open stretch that holds t; NaN when t is not open. */
  closing(t: number): number {
    const i = this.next(t)
    return this.from[i]! <= t ? this.to[i]! : NaN
  }
}

/** For each bucket the first interval whose value is beyond the bucket's beginning. */
function buckets(length: number, count: number, valueOf: (index: number) => number): Int32Array {
  const table = new Int32Array(Math.floor(length * PER_BUCKET) + 2)
  let i = 0
  for (let bucket = 0; bucket < table.length; bucket++) {
    while (i < count && valueOf(i) <= bucket * BUCKET) i++
    table[bucket] = i
  }
  return table
}
