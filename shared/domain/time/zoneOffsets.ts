import { tzOffset } from '@date-fns/tz'
import { instant, type Instant } from './instant'
import { type DayNumber, MS_PER_DAY, MS_PER_MINUTE } from './localDate'
import type { OfficeZone } from './officeZone'

// A zone that leaves an offset and comes back within a week would be missed; none has done so since 1970.
const STEP = 7 * MS_PER_DAY
// No offset has ever been further from UTC than 15 h 14 min.
const MARGIN = 16 * 3_600_000

/** A stretch of time with one offset: local wall time = instant + offsetMs for every instant in [from, to). */
export interface OffsetSegment {
  readonly from: number
  readonly to: number
  readonly offsetMs: number
}

/**
 * The offsets of one zone as a table, read from the zone data once and widened on demand,
 * so that no query asks Intl anything.
 */
export class ZoneOffsets {
  private from = 0
  private to = 0
  private starts: number[] = []
  private offsets: number[] = []

  constructor(readonly zone: OfficeZone) {}

  /** The offset from UTC in milliseconds, east positive. */
  offsetAt(t: number): number {
    this.cover(t, t + 1)
    return this.offsets[this.segmentAt(t)]!
  }

  /** Milliseconds of the wall clock since 1970-01-01T00:00 local. */
  localOf(t: number): number {
    return t + this.offsetAt(t)
  }

  dayOf(t: Instant): DayNumber {
    return Math.floor(this.localOf(t) / MS_PER_DAY)
  }

  /** The first instant at which the wall clock shows `local` or later: a local time that a jump leaves out gives the jump itself. */
  firstInstantOf(local: number): Instant {
    this.cover(local - MARGIN, local + MARGIN)
    for (let i = this.segmentAt(local - MARGIN); ; i++) {
      const from = this.starts[i]!
      const offset = this.offsets[i]!
      const to = this.starts[i + 1] ?? this.to
      if (to + offset > local) return instant(Math.max(from, local - offset))
    }
  }

  /** The midnight that begins the day (or, where a jump leaves midnight out, the first instant of the day). */
  startOfDay(day: DayNumber): Instant {
    return this.firstInstantOf(day * MS_PER_DAY)
  }

  /** The stretches of one offset that overlap [from, to), in order, each clipped to it. */
  segments(from: number, to: number): OffsetSegment[] {
    this.cover(from, to)
    const found: OffsetSegment[] = []
    for (let i = this.segmentAt(from); i < this.starts.length && this.starts[i]! < to; i++) {
      found.push({
        from: Math.max(from, this.starts[i]!),
        to: Math.min(to, this.starts[i + 1] ?? to),
        offsetMs: this.offsets[i]!,
      })
    }
    return found
  }

  private segmentAt(t: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= t) low = middle
      else high = middle - 1
    }
    return low
  }

  private cover(from: number, to: number): void {
    if (from >= this.from && to <= this.to && this.starts.length > 0) return
    const empty = this.starts.length === 0
    const low = Math.floor((empty ? from : Math.min(from, this.from)) / STEP - 8) * STEP
    const high = Math.ceil((empty ? to : Math.max(to, this.to)) / STEP + 8) * STEP
    this.starts = [low]
    let offset = this.read(low)
    this.offsets = [offset]
    for (let at = low; at < high; at += STEP) {
      const next = this.read(at + STEP)
      if (next === offset) continue
      this.bisect(at, at + STEP, offset, next)
      offset = next
    }
    this.from = low
    this.to = high
  }

  /** Narrows a change of offset down to its millisecond; a third offset in between is found by the same halving. */
  private bisect(low: number, high: number, before: number, after: number): void {
    if (before === after) return
    if (high - low === 1) {
      this.starts.push(high)
      this.offsets.push(after)
      return
    }
    const middle = Math.floor((low + high) / 2)
    const between = this.read(middle)
    this.bisect(low, middle, before, between)
    this.bisect(middle, high, between, after)
  }

  private read(t: number): number {
    return Math.round(tzOffset(this.zone, new Date(t)) * MS_PER_MINUTE)
  }
}

const known = new Map<OfficeZone, ZoneOffsets>()

/** The table of a zone; one for the whole program, since zone data does not change while it runs. */
export function zoneOffsets(zone: OfficeZone): ZoneOffsets {
  let offsets = known.get(zone)
  if (!offsets) known.set(zone, (offsets = new ZoneOffsets(zone)))
  return offsets
}
