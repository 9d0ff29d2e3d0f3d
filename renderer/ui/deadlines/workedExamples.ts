import { caseFacts, NO_APPEAL, type CaseFacts, type CaseKind, type RuleId, type SchedulePresetId } from '../../../shared/domain/deadlines'
import { parseInstant, type Instant, type OfficeZone } from '../../../shared/domain/time'
import { examples as words } from '../../i18n/ru/examples'

/** A message that does not exist, by the office's wall clock (`YYYY-MM-DDTHH:MM`), and the term it is there to show. */
export interface WorkedExample {
  readonly id: keyof typeof words
  readonly rule: RuleId
  readonly placed: string
  readonly forwarded?: string
  readonly returned?: readonly string[]
  readonly emergency?: string
  readonly handedOver?: string
  readonly registered?: string
  readonly extended?: string
  readonly kind?: Extract<CaseKind, 'answer' | 'explanation' | 'appeal'>
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
  { id: 'answerInTime', rule: 'answer', placed: '2026-11-24T10:00', forwarded: '2026-11-24T11:00' },
  { id: 'lateForwarding', rule: 'answer', placed: '2026-11-24T10:00', forwarded: '2026-11-25T08:30' },
  { id: 'lateTotal', rule: 'total', placed: '2026-11-27T16:30' },
  { id: 'oneReturn', rule: 'rework', placed: '2026-11-24T08:30', forwarded: '2026-11-24T08:45', returned: ['2026-11-24T11:00'] },
  { id: 'twoReturns', rule: 'rework', placed: '2026-11-24T10:00', forwarded: '2026-11-24T11:00', returned: ['2026-11-24T15:30', '2026-11-25T08:20'] },
  { id: 'fridayNight', rule: 'publication', placed: '2026-11-27T20:00' },
  { id: 'yearEnd', rule: 'publication', placed: '2026-12-30T12:30' },
  { id: 'floor', rule: 'publication', placed: '2022-02-21T16:30' },
  { id: 'ruralWeek', rule: 'publication', placed: '2026-11-28T15:00', schedule: '36-even' },
  { id: 'explanation', rule: 'explanation', placed: '2026-11-27T18:00', kind: 'explanation' },
  { id: 'emergency', rule: 'answer', placed: '2026-11-28T15:00', emergency: '2026-11-28T15:00' },
  { id: 'emergencyTriage', rule: 'triage', placed: '2026-11-28T15:00', emergency: '2026-11-28T15:00' },
  { id: 'appealRegistration', rule: 'registration', placed: '2026-11-24T10:00', handedOver: '2026-11-25T10:00', kind: 'appeal' },
  { id: 'appealForwarding', rule: 'appealForwarding', placed: '2026-11-24T10:00', registered: '2026-11-25T10:00', kind: 'appeal' },
  { id: 'appealAnswer', rule: 'appealAnswer', placed: '2026-12-02T10:00', registered: '2026-12-04T10:00', kind: 'appeal' },
  { id: 'appealExtended', rule: 'appealAnswer', placed: '2026-11-24T10:00', registered: '2026-11-25T10:00', extended: '2026-12-10T10:00', kind: 'appeal' },
]

/** An example as facts of a case, by the wall clock of this zone. */
export function factsOfExample(example: WorkedExample, zone: OfficeZone): CaseFacts {
  const at = (local: string): Instant => {
    const read = parseInstant(local, zone)
    // The examples are ours and stand in the daytime: no zone changes its clock then.
    if (!read.ok) throw new Error(`Unreadable example: ${local}`)
    return read.value
  }
  const maybe = (local: string | undefined): Instant | null => (local === undefined ? null : at(local))
  const placedAt = at(example.placed)
  return caseFacts({
    placedAt,
    receivedAt: placedAt,
    kind: example.kind ?? 'answer',
    forwardings: example.forwarded === undefined ? [] : [{ at: at(example.forwarded), department: null }],
    returns: (example.returned ?? []).map((returned) => ({ at: at(returned), department: null })),
    emergencyFlaggedAt: maybe(example.emergency),
    appeal: example.kind === 'appeal' ? { ...NO_APPEAL, handedOverAt: maybe(example.handedOver), registeredAt: maybe(example.registered), extendedAt: maybe(example.extended) } : null,
  })
}
