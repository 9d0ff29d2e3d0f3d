import type { Act, SpecialDayOff, WorkingWeekend } from '../calendar'
import { dateOfDay, instant, MS_PER_DAY, weekdayOfDay, type DayNumber, type Instant, type LocalDate, type Weekday } from '../time'
import type { Deadline, RuleId, Term } from './deadline'
import type { RulesInForce } from './rulebook'
import type { WorkingTime } from './workingTime'

/** Why a stretch is not counted. */
export type SkipReason =
  /** Outside the working hours of a working day, or of two that follow each other. */
  | { readonly kind: 'night' }
  | { readonly kind: 'lunch' }
  | { readonly kind: 'weekend'; readonly weekday: Weekday }
  /** A holiday, a moved day off, a «нерабочий день», a local day off: as the calendar has it. */
  | { readonly kind: 'dayOff'; readonly dayOff: SpecialDayOff }
  /** A weekday on which this schedule has no hours. */
  | { readonly kind: 'notScheduled'; readonly weekday: Weekday }
  /** 59-FZ terms: the day of the event itself; counting begins with the next one. */
  | { readonly kind: 'dayOfEvent' }
  /** 59-FZ terms: the last day was not a working one, so the end moved on; `reason` is why this day is off. */
  | { readonly kind: 'endMoved'; readonly reason: SkipReason | null }

/** What is unusual about a day whose time counts. */
export interface DayNote {
  /** By how many minutes the schedule shortens it before a holiday; 0 on a full day, and on clocks that count the whole of a day. */
  readonly shortMinutes: number
  /** A worked Saturday or Sunday, with the decree and the day whose rest it carries. */
  readonly workingWeekend: WorkingWeekend | null
  /** A «нерабочий день» that is worked because the switch is off. */
  readonly ignoredNonWorking: Act | null
  /** The year has no decree yet. */
  readonly provisional: boolean
}

export type Slice =
  | {
      readonly kind: 'counted'
      readonly from: Instant
      readonly to: Instant
      /** Milliseconds of the term's clock; the slices' sum is the term. */
      readonly ms: number
      readonly date: LocalDate
      readonly note: DayNote
    }
  | {
      readonly kind: 'skipped'
      readonly from: Instant
      readonly to: Instant
      readonly date: LocalDate
      readonly reason: SkipReason
      readonly provisional: boolean
    }

/** A deadline taken apart: the term that binds, slice by slice, and the terms it was compared with. */
export interface Explanation {
  readonly id: RuleId
  readonly term: Term
  /** In order, without gaps, from `term.from` to `term.due`; the counted ones add up to `term.ms`. */
  readonly slices: readonly Slice[]
  readonly compared: readonly { readonly rule: RuleId; readonly due: Instant; readonly binds: boolean }[]
}

/** Explains a deadline by the term that gave its `due`. */
export function explain(deadline: Deadline, rules: RulesInForce): Explanation {
  return {
    id: deadline.id,
    term: deadline.bindingTerm,
    slices: explainTerm(deadline.bindingTerm, rules),
    compared: deadline.terms.map((term) => ({ rule: term.rule, due: term.due, binds: term === deadline.bindingTerm })),
  }
}

/** The slices of one term: what counted, what was skipped and why. Empty when it ends where it begins. */
export function explainTerm(term: Term, rules: RulesInForce): Slice[] {
  const time = rules.timeOf(term.department)
  if (term.clock === 'calendar') return calendarSlices(term, rules.office)
  const slices = new Slices(time, term.clock)
  for (let day = time.offsets.dayOf(term.from), at: number = term.from; at < term.due; day++) {
    const end = Math.min(time.offsets.startOfDay(day + 1), term.due)
    if (end <= at) continue
    if (term.clock === 'elapsed') slices.count(at, end, day)
    else if (!time.isWorkingDay(day)) slices.skip(at, end, day, dayOffReason(time, day))
    else if (term.clock === 'day') slices.count(at, end, day)
    else workedDay(slices, time, at, end, day)
    at = end
  }
  return slices.found
}

function workedDay(slices: Slices, time: WorkingTime, from: number, to: number, day: DayNumber): void {
  const line = time.line('working', to)
  const [begin, end] = [time.offsets.startOfDay(day), time.offsets.startOfDay(day + 1)]
  let at = from
  for (let i = line.next(from); at < to; i++) {
    const open = Math.min(line.from[i]!, to)
    const close = Math.min(line.to[i]!, to)
    // Between two stretches of work of one day.
    const isLunch = line.to[i - 1]! > begin && line.from[i]! < end
    if (open > at) slices.skip(at, open, day, isLunch ? LUNCH : NIGHT)
    if (close > open) slices.count(Math.max(open, at), close, day)
    at = close
  }
}

const NIGHT: SkipReason = { kind: 'night' }
const LUNCH: SkipReason = { kind: 'lunch' }

function dayOffReason(time: WorkingTime, day: DayNumber): SkipReason {
  const { kind, reason } = time.days.dayOfNumber(day)
  const weekday = weekdayOfDay(day)
  if (reason) return { kind: 'dayOff', dayOff: reason }
  return kind === 'weekend' ? { kind: 'weekend', weekday } : { kind: 'notScheduled', weekday }
}

function calendarSlices(term: Term, time: WorkingTime): Slice[] {
  const slices = new Slices(time, term.clock)
  const first = time.offsets.dayOf(term.from)
  const last = first + term.dayCount!.days
  const end = time.offsets.dayOf(term.due)
  slices.skip(term.from, time.offsets.startOfDay(first + 1), first, { kind: 'dayOfEvent' })
  for (let day = first + 1; day <= last; day++) slices.countDay(day)
  for (let day = last + 1; day <= end; day++) {
    const reason = time.isWorkingDay(day) ? null : dayOffReason(time, day)
    slices.skip(time.offsets.startOfDay(day), Math.min(time.offsets.startOfDay(day + 1), term.due), day, { kind: 'endMoved', reason })
  }
  return slices.found
}

class Slices {
  readonly found: Slice[] = []

  constructor(
    private readonly time: WorkingTime,
    private readonly clock: Term['clock'],
  ) {}

  count(from: number, to: number, day: DayNumber): void {
    this.found.push({ kind: 'counted', from: instant(from), to: instant(to), ms: to - from, date: dateOfDay(day), note: this.note(day) })
  }

  /** A calendar day counts as one whatever its length in hours. */
  countDay(day: DayNumber): void {
    const { offsets } = this.time
    this.found.push({
      kind: 'counted',
      from: offsets.startOfDay(day),
      to: offsets.startOfDay(day + 1),
      ms: MS_PER_DAY,
      date: dateOfDay(day),
      note: this.note(day),
    })
  }

  /** A night that goes on over midnight is one night. */
  skip(from: number, to: number, day: DayNumber, reason: SkipReason): void {
    const last = this.found[this.found.length - 1]
    if (last?.kind === 'skipped' && last.reason.kind === 'night' && reason.kind === 'night') {
      this.found[this.found.length - 1] = { ...last, to: instant(to) }
      return
    }
    const { provisional } = this.time.days.dayOfNumber(day)
    this.found.push({ kind: 'skipped', from: instant(from), to: instant(to), date: dateOfDay(day), reason, provisional })
  }

  private note(day: DayNumber): DayNote {
    const { workingWeekend, ignoredNonWorking, provisional } = this.time.days.dayOfNumber(day)
    // An ordinary Saturday is not short in the calendar, but is for whoever works on it.
    const short = this.clock === 'working' && this.time.days.lengthOfDay(day)!.short
    return { shortMinutes: short ? this.time.schedule.shortDayMinutes : 0, workingWeekend, ignoredNonWorking, provisional }
  }
}
