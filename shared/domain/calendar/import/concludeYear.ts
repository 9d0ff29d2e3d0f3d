import { err, ok, type Result } from '../../../lib/result'
import { addDays, dateOfDay, dayOfDate, firstDayOfYear, type LocalDate } from '../../time'
import { checkYear, countWorkingDays } from '../checkYear'
import { byDate, type CalendarYear, type SpecialDay, type SpecialDayOff, type WorkingWeekend } from '../productionCalendar'
import { isWeekend, statutoryHoliday, yearByStatute } from '../statute'
import type { DayMark, ImportRefusal, RawYear } from './rawYear'

/** A year read from a file, with what had to be guessed for it. */
export interface ImportedYear {
  readonly year: CalendarYear
  /** Working weekends whose counterpart the file does not name; matched by length and nearness, for a person to confirm. */
  readonly guessedWeekends: readonly WorkingWeekend[]
}

/** Turns marks into a year with reasons, and lets it pass only if it can stand. */
export function concludeYear(raw: RawYear): Result<ImportedYear, ImportRefusal> {
  const marks = allMarks(raw)
  for (const [date, mark] of marks) {
    if (mark !== 'off' && statutoryHoliday(date)) return err({ reason: 'holiday-worked', date })
  }
  for (const [to, from] of raw.movedFrom) {
    // A move to a day that is worked, or from a plain weekday, contradicts itself.
    if (marks.get(to) !== 'off') return err({ reason: 'conflicting-day', date: to })
    if (!isWeekend(from) && !statutoryHoliday(from)) return err({ reason: 'not-a-weekend', date: from })
  }
  const worked = [...marks].filter(([date, mark]) => isWeekend(date) && mark !== 'off').map(([date]) => date)
  const weekends = pair(raw, marks, worked)
  if (!weekends.ok) return weekends
  const { known, guessed } = weekends.value
  const workingWeekends = [...known, ...guessed].sort(byDate)
  const year: CalendarYear = {
    year: raw.year,
    basis: 'import',
    act: null,
    daysOff: daysOff(raw, marks, workingWeekends),
    workingWeekends,
    shortDays: [...marks].filter(([, mark]) => mark === 'short').map(([date]) => date),
  }
  const checked = checkYear(year)
  if (!checked.ok) return checked
  const counted = countWorkingDays(year)
  if (raw.workingDays !== null && raw.workingDays !== counted) {
    return err({ reason: 'statistic-mismatch', said: raw.workingDays, counted })
  }
  return ok({ year, guessedWeekends: guessed })
}

function allMarks({ year, marks, unmarked }: RawYear): Map<LocalDate, DayMark> {
  const all = new Map<LocalDate, DayMark>()
  for (let day = firstDayOfYear(year); day < firstDayOfYear(year + 1); day++) {
    const date = dateOfDay(day)
    all.set(date, marks.get(date) ?? (unmarked === 'by-weekday' && isWeekend(date) ? 'off' : 'working'))
  }
  return all
}

interface Pairs {
  readonly known: WorkingWeekend[]
  readonly guessed: WorkingWeekend[]
}

/** Finds for every working weekend the weekday that rests instead. */
function pair(raw: RawYear, marks: ReadonlyMap<LocalDate, DayMark>, worked: readonly LocalDate[]): Result<Pairs, ImportRefusal> {
  const restOf = new Map([...raw.movedFrom].map(([to, from]) => [from, to]))
  const byStatute = reasonsByStatute(raw.year)
  const free = [...marks]
    .filter(([date, mark]) => mark === 'off' && !isWeekend(date) && !raw.movedFrom.has(date) && !byStatute.has(date))
    .map(([date]) => date)
  const pairs: Pairs = { known: [], guessed: [] }
  for (const date of worked) {
    const named = restOf.get(date)
    if (named) {
      pairs.known.push({ date, worksAs: named, act: null })
      continue
    }
    // A working weekend takes the length of the day whose rest it carries: a short one stands for a holiday's eve.
    const short = marks.get(date) === 'short'
    const fitting = free.filter((candidate) => (statutoryHoliday(addDays(candidate, 1)) !== null) === short && fitsDecember(date, candidate))
    const worksAs = nearest(fitting, date)
    if (!worksAs) return err({ reason: 'weekend-without-counterpart', date })
    free.splice(free.indexOf(worksAs), 1)
    pairs.guessed.push({ date, worksAs, act: null })
  }
  return ok(pairs)
}

// 31 December is as a rule off for one of January's holidays; only a weekend of December itself was ever worked for it.
const fitsDecember = (worked: LocalDate, rest: LocalDate): boolean => !rest.endsWith('-12-31') || worked.slice(5, 7) === '12'

function nearest(dates: readonly LocalDate[], to: LocalDate): LocalDate | null {
  const distance = (date: LocalDate): number => Math.abs(dayOfDate(date) - dayOfDate(to))
  return dates.reduce<LocalDate | null>((best, date) => (best === null || distance(date) < distance(best) ? date : best), null)
}

/** The holidays, and the days that the statute moves them to where no decree does. */
const reasonsByStatute = (year: number): Map<LocalDate, SpecialDayOff> => new Map(yearByStatute(year).daysOff.map(({ date, reason }) => [date, reason]))

function daysOff(raw: RawYear, marks: ReadonlyMap<LocalDate, DayMark>, weekends: readonly WorkingWeekend[]): SpecialDay[] {
  const restFor = new Map(weekends.map(({ date, worksAs }) => [worksAs, date]))
  const byStatute = reasonsByStatute(raw.year)
  const special: SpecialDay[] = []
  for (const [date, mark] of marks) {
    if (mark !== 'off') continue
    const from = raw.movedFrom.get(date) ?? restFor.get(date)
    const statutory = byStatute.get(date)
    const movedOtherwise = statutory?.kind === 'movedByStatute' && from !== undefined && from !== statutory.from
    if (statutory && !movedOtherwise) special.push({ date, reason: statutory })
    else if (isWeekend(date)) continue
    else if (from !== undefined) special.push({ date, reason: { kind: 'movedByAct', from, act: null } })
    // Moved by the decree without the file naming the date, or a day of the region's own: off all the same.
    else special.push({ date, reason: raw.titles.has(date) ? { kind: 'local', note: raw.titles.get(date)! } : { kind: 'movedByAct', from: null, act: null } })
  }
  return special
}
