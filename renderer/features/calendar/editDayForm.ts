import { calendarDays, isWeekend, withDay, withDecree, withYear, type Act, type CalendarYear, type ProductionCalendar, type SpecialDayOff } from '../../../shared/domain/calendar'
import { parseLocalDate, yearOfDate, type LocalDate } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import { calendar as words } from '../../i18n/ru/calendar'
import { calendarChanges } from './ChangePreview'
import { readDecree, type DecreeForm } from './decreeFields'
import { refusalText } from './refusalText'

export const whats = ['working', 'short', 'off'] as const
export const offReasons = ['local', 'moved', 'plain'] as const

export interface EditDayForm {
  readonly what: (typeof whats)[number]
  readonly reason: (typeof offReasons)[number]
  readonly note: string
  readonly from: string
  readonly worksAs: string
  readonly decree: DecreeForm
  readonly why: string
}

/** The form as the day stands now. */
export function editDayFormOf(calendar: ProductionCalendar, date: LocalDate): EditDayForm {
  const { kind, short, reason, workingWeekend } = calendarDays(calendar).day(date)
  const act = reason?.kind === 'movedByAct' ? reason.act : (workingWeekend?.act ?? null)
  return {
    what: kind === 'working' ? (short ? 'short' : 'working') : 'off',
    reason: reason?.kind === 'movedByAct' ? 'moved' : kind === 'weekend' ? 'plain' : 'local',
    note: reason?.kind === 'local' ? reason.note : '',
    from: reason?.kind === 'movedByAct' ? (reason.from ?? '') : '',
    worksAs: workingWeekend?.worksAs ?? '',
    decree: act === null ? { number: '', date: '' } : { number: act.number, date: act.date },
    why: '',
  }
}

/** The calendar with this day as the form has it, or the sentence that tells why it cannot be. */
export function editedCalendar(calendar: ProductionCalendar, date: LocalDate, form: EditDayForm): Result<ProductionCalendar, string> {
  const act = readDecree(form.decree)
  if (!act.ok) return act
  const year = calendarDays(calendar).year(yearOfDate(date))
  const edited = editedYear(year, date, form, act.value)
  if (!edited.ok) return edited
  const wanted = withYear(calendar, edited.value, calendar.version)
  const becomesFirm = year.basis === 'statute' && edited.value.basis !== 'statute'
  return calendarChanges(calendar, wanted).length === 0 && !becomesFirm ? err(words.editDay.same) : ok(wanted)
}

function editedYear(year: CalendarYear, date: LocalDate, form: EditDayForm, act: Act | null): Result<CalendarYear, string> {
  const worksAs = parseLocalDate(form.worksAs)
  const change =
    form.what === 'off'
      ? ({ kind: 'off', reason: offReason(form, act) } as const)
      : ({ kind: 'working', short: form.what === 'short', worksAs: isWeekend(date) && worksAs.ok ? worksAs.value : null, act } as const)
  const edited = withDay(year, date, change)
  if (!edited.ok) return err(refusalText(edited.error))
  // The decree of a year that had none makes it firm.
  return ok(act !== null && year.basis === 'statute' ? withDecree(edited.value, act) : edited.value)
}

function offReason({ reason, note, from }: EditDayForm, act: Act | null): SpecialDayOff | null {
  switch (reason) {
    case 'plain':
      return null
    case 'local':
      return note.trim() === '' ? null : { kind: 'local', note: note.trim().slice(0, 200) }
    case 'moved': {
      const read = parseLocalDate(from)
      return { kind: 'movedByAct', from: read.ok ? read.value : null, act }
    }
  }
}
