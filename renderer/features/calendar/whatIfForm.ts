import { caseFacts, NO_APPEAL, type CaseFacts, type CaseKind } from '../../../shared/domain/deadlines'
import { parseInstant, type Instant, type OfficeZone } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { calendar as words } from '../../i18n/ru/calendar'
import type { WorkedExample } from '../../ui/deadlines/workedExamples'

export const whatIfKinds = ['answer', 'siteLink', 'explanation', 'refusal', 'appeal'] as const satisfies readonly CaseKind[]
export type WhatIfKind = (typeof whatIfKinds)[number]

/** Instants as typed, `27.11.2026 16:30` on the office's clock; empty has not happened. */
export interface WhatIfForm {
  readonly placed: string
  readonly forwarded: string
  readonly returned: readonly string[]
  readonly emergency: string
  readonly handedOver: string
  readonly registered: string
  readonly extended: string
  readonly kind: WhatIfKind
  /** A key of the schedules; empty is the office's own. */
  readonly schedule: string
}

export const emptyWhatIf: WhatIfForm = { placed: '', forwarded: '', returned: [], emergency: '', handedOver: '', registered: '', extended: '', kind: 'answer', schedule: '' }

export type WhatIfError = keyof typeof words.whatIf.errors
export type WhatIfField = 'placed' | 'forwarded' | 'emergency' | 'handedOver' | 'registered' | 'extended' | `returned-${number}`
export type WhatIfErrors = Partial<Record<WhatIfField, WhatIfError>>

const shape = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),?\s+(\d{1,2})[:.](\d{2})$/

/** Reads `27.11.2026 16:30`, past or future; null when the field is empty. */
export function readWhatIfInstant(typed: string, zone: OfficeZone): Result<Instant | null, WhatIfError> {
  const text = typed.trim().replace(/[\u00A0\s]+/g, ' ')
  if (text === '') return ok(null)
  const match = shape.exec(text)
  if (!match) return err('unreadable')
  const [, day = '', month = '', year = '', hour = '', minute = ''] = match
  if (Number(year) < 2006 || Number(year) > 2100) return err('farAway')
  const read = parseInstant(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}`, zone)
  return read.ok ? ok(read.value) : err(read.error === 'no-such-local-time' ? 'noSuchTime' : 'unreadable')
}

/** What the form says as facts of a case that does not exist; `department` is the structure whose hours were chosen. */
export function whatIfFacts(form: WhatIfForm, zone: OfficeZone, department: string | null = null): Result<CaseFacts, WhatIfErrors> {
  const errors: WhatIfErrors = {}
  const read = (field: WhatIfField, typed: string, after: Instant | null, early: WhatIfError): Instant | null => {
    const found = readWhatIfInstant(typed, zone)
    if (!found.ok) errors[field] = found.error
    else if (found.value !== null && after !== null && found.value < after) errors[field] = early
    return found.ok ? found.value : null
  }
  const placedAt = read('placed', form.placed, null, 'beforePlacing')
  const forwardedAt = read('forwarded', form.forwarded, placedAt, 'beforePlacing')
  const returns = form.returned.map((typed, index) => read(`returned-${index}`, typed, forwardedAt, 'beforeForwarding')).filter((at) => at !== null)
  if (returns.length > 0 && form.forwarded.trim() === '') errors.forwarded = 'forwardedMissing'
  const flaggedAt = read('emergency', form.emergency, placedAt, 'beforePlacing')
  const isAppeal = form.kind === 'appeal'
  const handedOverAt = isAppeal ? read('handedOver', form.handedOver, placedAt, 'beforePlacing') : null
  const registeredAt = isAppeal ? read('registered', form.registered, handedOverAt ?? placedAt, 'beforePlacing') : null
  const extendedAt = isAppeal ? read('extended', form.extended, registeredAt ?? placedAt, 'beforeRegistration') : null
  if (placedAt === null && errors.placed === undefined) errors.placed = 'placedMissing'
  if (placedAt === null || Object.keys(errors).length > 0) return err(errors)
  return ok(
    caseFacts({
      placedAt,
      receivedAt: placedAt,
      kind: form.kind,
      forwardings: forwardedAt === null ? [] : [{ at: forwardedAt, department }],
      returns: returns.map((at) => ({ at, department })),
      emergencyFlaggedAt: flaggedAt,
      appeal: isAppeal && (handedOverAt !== null || registeredAt !== null) ? { ...NO_APPEAL, handedOverAt, registeredAt, extendedAt } : null,
    }),
  )
}

const typed = (local: string | undefined): string => (local === undefined ? '' : `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)} ${local.slice(11)}`)

/** A worked example as it would be typed. */
export const formOfExample = (example: WorkedExample): WhatIfForm => ({
  ...emptyWhatIf,
  placed: typed(example.placed),
  forwarded: typed(example.forwarded),
  returned: (example.returned ?? []).map(typed),
  emergency: typed(example.emergency),
  handedOver: typed(example.handedOver),
  registered: typed(example.registered),
  extended: typed(example.extended),
  kind: example.kind ?? 'answer',
  schedule: example.schedule === undefined ? '' : `preset:${example.schedule}`,
})
