import type { LocalDate } from '../../time'
import type { YearFault } from '../checkYear'

/** What a file says of a date, before anything is concluded from it. */
export type DayMark = 'off' | 'short' | 'working'

/**
 * A year as a file has it. `marks` holds the dates that the file names; of the others
 * `unmarked` tells whether they are worked (lists of all days off) or follow the weekday (lists of exceptions).
 */
export interface RawYear {
  readonly year: number
  readonly marks: ReadonlyMap<LocalDate, DayMark>
  readonly unmarked: 'working' | 'by-weekday'
  /** Where a day off came from, when the file says: the date it is now → the date it was. */
  readonly movedFrom: ReadonlyMap<LocalDate, LocalDate>
  /** The file's own names of days off. */
  readonly titles: ReadonlyMap<LocalDate, string>
  /** The file's own check sums, where it has them. */
  readonly workingDays: number | null
}

/** Why a file was refused. Closed: a screen words every one. */
export type ImportRefusal =
  | { readonly reason: 'too-large' }
  | { readonly reason: 'unknown-format' }
  /** A document type or an entity: no calendar needs one, and both are ways to attack a reader. */
  | { readonly reason: 'xml-with-doctype' }
  | { readonly reason: 'broken'; readonly format: CalendarFormat; readonly where: string }
  | { readonly reason: 'other-country'; readonly country: string }
  | { readonly reason: 'day-out-of-range'; readonly where: string }
  | { readonly reason: 'duplicate-year'; readonly year: number }
  /** The wanted year is not in the file. */
  | { readonly reason: 'year-mismatch'; readonly wanted: number; readonly found: readonly number[] }
  /** More years than one, and nobody said which. */
  | { readonly reason: 'year-not-chosen'; readonly found: readonly number[] }
  /** The form carries no year of its own (a string of digits), and nobody said which. */
  | { readonly reason: 'year-unknown' }
  /** The file's own count of working days differs from its own days. */
  | { readonly reason: 'statistic-mismatch'; readonly said: number; readonly counted: number }
  | YearFault

export type CalendarFormat = 'xml' | 'json' | 'csv' | 'digits'

/** Collects the marks of a year; a date named twice is refused by the caller through `add`'s answer. */
export class RawYearBuilder {
  private readonly marks = new Map<LocalDate, DayMark>()
  private readonly movedFrom = new Map<LocalDate, LocalDate>()
  private readonly titles = new Map<LocalDate, string>()

  constructor(
    readonly year: number,
    private readonly unmarked: RawYear['unmarked'] = 'working',
  ) {}

  /** False when the date was named before. */
  add(date: LocalDate, mark: DayMark): boolean {
    if (this.marks.has(date)) return false
    this.marks.set(date, mark)
    return true
  }

  move(from: LocalDate, to: LocalDate): boolean {
    if (this.movedFrom.has(to)) return false
    this.movedFrom.set(to, from)
    return true
  }

  title(date: LocalDate, title: string): void {
    this.titles.set(date, title)
  }

  build(workingDays: number | null): RawYear {
    const { year, marks, unmarked, movedFrom, titles } = this
    return { year, marks, unmarked, movedFrom, titles, workingDays }
  }
}
