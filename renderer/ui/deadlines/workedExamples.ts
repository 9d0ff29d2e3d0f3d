import type { CaseKind, RuleId, SchedulePresetId } from '../../../shared/domain/deadlines'
import { examples as words } from '../../i18n/ru/examples'

/** A message that does not exist, by the office's wall clock (`YYYY-MM-DDTHH:MM`), and the term it is there to show. */
export interface WorkedExample {
  readonly id: keyof typeof words
  readonly rule: RuleId
  readonly placed: string
  readonly forwarded?: string
  readonly returned?: readonly string[]
  readonly emergency?: string
  readonly kind?: CaseKind
  /** The office's own hours when left out. */
  readonly schedule?: SchedulePresetId
}

export const exampleTitle = (example: WorkedExample): string => words[example.id]

export const workedExamples: readonly WorkedExample[] = [
  { id: 'beforeLongHolidays', rule: 'triage', placed: '2026-12-30T16:55' },
  { id: 'fridayEvening', rule: 'triage', placed: '2026-11-27T16:30' },
  { id: 'tuesdayMorning', rule: 'triage', placed: '2026-11-24T10:00' },
  { id: 'shortDay', rule: 'triage', placed: '2026-11-03T15:30' },
  { id: 'workingSaturday', rule: 'triage', placed: '2027-02-20T15:00' },
  { id: 'saturdayFollows', rule: 'triage', placed: '2022-03-04T16:30' },
  { id: 'lateForwarding', rule: 'answer', placed: '2026-11-24T10:00', forwarded: '2026-11-25T08:30' },
  { id: 'twoReturns', rule: 'rework', placed: '2026-11-24T10:00', forwarded: '2026-11-24T11:00', returned: ['2026-11-24T15:30', '2026-11-25T08:20'] },
  { id: 'fridayNight', rule: 'publication', placed: '2026-11-27T20:00' },
  { id: 'yearEnd', rule: 'publication', placed: '2026-12-30T12:30' },
  { id: 'floor', rule: 'publication', placed: '2022-02-21T16:30' },
  { id: 'ruralWeek', rule: 'publication', placed: '2026-11-28T15:00', schedule: '36-even' },
  { id: 'explanation', rule: 'explanation', placed: '2026-11-27T18:00', kind: 'explanation' },
  { id: 'emergency', rule: 'answer', placed: '2026-11-28T15:00', emergency: '2026-11-28T15:00' },
]
