import { dayOfDate, type LocalDate } from '../time'

/** An act that moves or grants days off: a Government decree (ПП РФ) or a presidential one (Указ). `number` without «№». */
export interface Act {
  readonly kind: 'government' | 'president'
  readonly number: string
  readonly date: LocalDate
}

export type StatutoryHolidayId =
  | 'newYear'
  | 'christmas'
  | 'defenderDay'
  | 'womensDay'
  | 'labourDay'
  | 'victoryDay'
  | 'russiaDay'
  | 'unityDay'

/** Why a date is a day off, beyond being an ordinary Saturday or Sunday. */
export type SpecialDayOff =
  | { readonly kind: 'holiday'; readonly holiday: StatutoryHolidayId }
  /** Moved by decree from the date `from`; `act` is null where the source (an imported file) does not name it. */
  | { readonly kind: 'movedByAct'; readonly from: LocalDate | null; readonly act: Act | null }
  /** Art. 112 part 2 of the Labour Code: a holiday that fell on a Saturday or Sunday moved to the next working day. */
  | { readonly kind: 'movedByStatute'; readonly from: LocalDate; readonly holiday: StatutoryHolidayId }
  /** «Нерабочий день» with pay kept, by presidential decree. */
  | { readonly kind: 'nonWorking'; readonly act: Act | null }
  /** Set by the administrator's own hand, with the reason in his words. */
  | { readonly kind: 'local'; readonly note: string }

export interface SpecialDay {
  readonly date: LocalDate
  readonly reason: SpecialDayOff
}

/** The order in which a year lists its days. */
export const byDate = (a: { readonly date: LocalDate }, b: { readonly date: LocalDate }): number => dayOfDate(a.date) - dayOfDate(b.date)

/** A Saturday or Sunday that is worked, with the hours of the date whose rest it carries. */
export interface WorkingWeekend {
  readonly date: LocalDate
  /** The weekday that is off instead. */
  readonly worksAs: LocalDate
  readonly act: Act | null
}

/**
 * One year: everything that differs from «Monday to Friday are worked».
 * `basis` tells what it rests on; a year on `statute` alone is provisional.
 */
export interface CalendarYear {
  readonly year: number
  readonly basis: 'decree' | 'import' | 'manual' | 'statute'
  readonly act: Act | null
  readonly daysOff: readonly SpecialDay[]
  readonly workingWeekends: readonly WorkingWeekend[]
  /** Working days shortened by one hour (art. 95). */
  readonly shortDays: readonly LocalDate[]
}

/** A whole calendar, plain data. Years that it does not hold are derived from the statute and marked provisional. */
export interface ProductionCalendar {
  /** Grows with every correction; a closed case keeps the version by which it was judged. */
  readonly version: string
  readonly years: readonly CalendarYear[]
  /** Whether «нерабочие дни» of the presidential decrees of 2021 count as days off. Off by default: offices kept working. */
  readonly nonWorkingDaysAreOff: boolean
}

/** One date as the calendar sees it, for a screen, for `explain` and for `compile`. */
export interface CalendarDay {
  readonly date: LocalDate
  /** `weekend` is an ordinary Saturday or Sunday; `off` has a reason of its own. */
  readonly kind: 'working' | 'weekend' | 'off'
  readonly reason: SpecialDayOff | null
  /** Shortened by an hour; only on a working day. */
  readonly short: boolean
  /** Set on a worked Saturday or Sunday. */
  readonly workingWeekend: WorkingWeekend | null
  /** A «нерабочий день» that is worked because the switch is off. */
  readonly ignoredNonWorking: Act | null
  /** True where the year has no decree yet. */
  readonly provisional: boolean
}
