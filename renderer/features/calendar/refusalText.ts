import type { DayEditFault } from '../../../shared/domain/calendar'
import type { ImportRefusal } from '../../../shared/domain/calendar/import'
import { localDateText } from '../../format/slices'
import { calendar as words } from '../../i18n/ru/calendar'

/** The sentence that tells why a file or a hand's edit is refused, with the place. */
export function refusalText(refusal: ImportRefusal | DayEditFault): string {
  const said = words.refusals[refusal.reason]
  const { where, wanted, years, counted } = words.facts
  switch (refusal.reason) {
    case 'too-large':
    case 'unknown-format':
    case 'xml-with-doctype':
    case 'year-not-chosen':
    case 'year-unknown':
      return said
    case 'broken':
      return said + where(`${words.formats[refusal.format]}, ${Object.hasOwn(words.places, refusal.where) ? words.places[refusal.where as keyof typeof words.places] : refusal.where}.`)
    case 'other-country':
      return said + where(`${refusal.country}.`)
    case 'day-out-of-range':
      return said + where(`${refusal.where}.`)
    case 'duplicate-year':
      return said + where(`${refusal.year}.`)
    case 'year-mismatch':
      return said + years(refusal.wanted, refusal.found.join(', '))
    case 'statistic-mismatch':
      return said + counted(refusal.said, refusal.counted)
    case 'days-off-missing':
      return said + wanted(refusal.wanted, refusal.found)
    case 'implausible-count':
      return said + where(`${refusal.workingDays}.`)
    case 'implausible-weekends':
      return said + where(`${refusal.workingWeekends}.`)
    case 'date-of-another-year':
    case 'duplicate-day':
    case 'holiday-worked':
    case 'conflicting-day':
    case 'not-a-weekend':
    case 'weekend-without-counterpart':
    case 'reason-missing':
    case 'counterpart-missing':
      return said + where(`${localDateText(refusal.date)}.`)
  }
}
