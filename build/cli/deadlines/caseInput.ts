import { z } from 'zod'
import { caseFacts, NO_APPEAL, type CaseFacts, type CaseKind, type RulesInForce } from '../../../shared/domain/deadlines'
import {
  DEFAULT_OFFICE_ZONE,
  localDateOf,
  parseInstant,
  parseOfficeZone,
  yearOfDate,
  type Instant,
  type OfficeZone,
} from '../../../shared/domain/time'
import { InputError } from './inputFile'
import { rulesFor } from './rulesInput'

const instants = z.union([z.string(), z.array(z.string())])

const inputSchema = z.looseObject({
  placed: z.string(),
  received: z.string().optional(),
  forwarded: instants.optional(),
  submitted: instants.optional(),
  returned: instants.optional(),
  published: z.string().optional(),
  refused: z.string().optional(),
  kind: z.enum(['answer', 'siteLink', 'explanation', 'refusal', 'appeal', 'duplicate']).optional(),
  emergency: z.union([z.boolean(), z.string()]).optional(),
  handedOver: z.string().optional(),
  registered: z.string().optional(),
  extended: z.string().optional(),
  appealForwarded: z.string().optional(),
  appealAnswered: z.string().optional(),
  schedule: z.union([z.string(), z.number(), z.record(z.string(), z.unknown())]).optional(),
  regulation: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  zone: z.string().optional(),
  nonWorkingDays: z.boolean().optional(),
  now: z.string().optional(),
})

type Input = z.infer<typeof inputSchema>

const FIELDS: readonly string[] = Object.keys(inputSchema.shape)

/** `handed-over` is `handedOver`: a case may spell its fields as the options are spelled. */
export const fieldOf = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Whether the command reads a key of a case; others are handed back untouched. */
export const isField = (key: string): boolean => FIELDS.includes(fieldOf(key))

/** What is written over what is assumed; null says, as leaving out does, that a thing is not there. */
function withDefaults(raw: unknown, defaults: object): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw
  const written = Object.entries(raw).filter(([, value]) => value !== null && value !== undefined)
  return { ...defaults, ...Object.fromEntries(written.map(([key, value]) => [fieldOf(key), value])) }
}

export interface ReadCase {
  readonly facts: CaseFacts
  readonly rules: RulesInForce
  readonly zone: OfficeZone
  readonly now: Instant | null
}

const COUNTED_IN_DAYS: readonly string[] = ['handedOver', 'registered', 'extended', 'appealForwarded', 'appealAnswered', 'now']

// A year earlier or later than these is a slip of the hand.
const EARLIEST = 2000
const LATEST = 2099

/** Reads one case, with `defaults` for what it leaves out; throws an InputError in Russian when it cannot be understood. */
export function readCase(raw: unknown, defaults: object = {}): ReadCase {
  const parsed = inputSchema.safeParse(withDefaults(raw, defaults))
  if (!parsed.success) throw new InputError(complaint(parsed.error))
  const input = parsed.data
  const zone = zoneOf(input.zone)
  const at = (field: string, text: string): Instant => {
    const read = readInstant(field, text, zone)
    // The order's terms are counted from the hour: midnight would silently be taken for it. 59-ФЗ counts days.
    if (!COUNTED_IN_DAYS.includes(field) && !/^\S{10}[T ]\d/.test(text.trim())) {
      throw new InputError(`${field}: «${text}» — дата без времени, а сроки считаются с часа; пример: ${text.trim().slice(0, 10)}T16:30`)
    }
    return read
  }
  const one = (field: keyof Input & string): Instant | null => {
    const text = input[field]
    return typeof text === 'string' ? at(field, text) : null
  }
  const many = (field: 'forwarded' | 'submitted' | 'returned'): Instant[] => {
    const value = input[field]
    if (value === undefined) return []
    return (typeof value === 'string' ? [value] : value).map((text) => at(field, text)).sort((a, b) => a - b)
  }
  const placedAt = at('placed', input.placed)
  const facts = caseFacts({
    placedAt,
    receivedAt: one('received'),
    // A refusal that says when it was made need not say that it is one.
    kind: (input.kind ?? (input.refused === undefined ? 'answer' : 'refusal')) satisfies CaseKind,
    forwardings: many('forwarded').map((each) => ({ at: each, department: null })),
    submissions: many('submitted').map((each) => ({ at: each, department: null })),
    returns: many('returned').map((each) => ({ at: each, department: null })),
    publishedAt: one('published'),
    refusedAt: one('refused'),
    emergencyFlaggedAt: input.emergency === true ? placedAt : one('emergency'),
    appeal: appealOf(one),
  })
  checkOrder(facts)
  return { facts, zone, now: one('now'), rules: rulesFor(input, zone) }
}

type AppealField = 'handedOver' | 'registered' | 'extended' | 'appealForwarded' | 'appealAnswered'

function appealOf(one: (field: AppealField) => Instant | null): CaseFacts['appeal'] {
  const [handedOverAt, registeredAt, extendedAt] = [one('handedOver'), one('registered'), one('extended')]
  const [forwardedAt, answeredAt] = [one('appealForwarded'), one('appealAnswered')]
  return handedOverAt === null && registeredAt === null ? null : { ...NO_APPEAL, handedOverAt, registeredAt, extendedAt, forwardedAt, answeredAt }
}

function checkOrder(facts: CaseFacts): void {
  const check = (field: string, at: Instant | null): void => {
    if (at !== null && at < facts.placedAt) throw new InputError(`${field}: раньше, чем сообщение размещено (placed)`)
  }
  check('received', facts.receivedAt)
  for (const { at } of facts.forwardings) check('forwarded', at)
  for (const { at } of facts.submissions) check('submitted', at)
  for (const { at } of facts.returns) check('returned', at)
  check('published', facts.publishedAt)
  check('refused', facts.refusedAt)
  check('emergency', facts.emergencyFlaggedAt)
  check('handedOver', facts.appeal?.handedOverAt ?? null)
  check('registered', facts.appeal?.registeredAt ?? null)
  check('extended', facts.appeal?.extendedAt ?? null)
  check('appealForwarded', facts.appeal?.forwardedAt ?? null)
  check('appealAnswered', facts.appeal?.answeredAt ?? null)
}

function complaint(error: z.ZodError): string {
  const issue = error.issues[0]!
  const field = issue.path.join('.')
  if (field === '') return 'случай должен быть объектом с полем placed'
  if (field === 'placed') return 'placed: нужен момент размещения, например 2026-11-27T16:30'
  if (field === 'kind') return 'kind: answer, siteLink, explanation, refusal, appeal или duplicate'
  return `${field}: значение не того вида`
}

function readInstant(field: string, text: string, zone: OfficeZone): Instant {
  const read = parseInstant(text, zone)
  if (!read.ok) {
    throw new InputError(
      read.error === 'no-such-local-time'
        ? `${field}: «${text}» — такого времени не было, часы в этот час переводили`
        : `${field}: «${text}» — не момент времени; пример: 2026-11-27T16:30 или 2026-11-27T16:30:00+07:00`,
    )
  }
  const year = yearOfDate(localDateOf(read.value, zone))
  if (year < EARLIEST || year > LATEST) throw new InputError(`${field}: «${text}» — годы от ${EARLIEST} до ${LATEST}`)
  return read.value
}

function zoneOf(text: string | undefined): OfficeZone {
  if (text === undefined) return DEFAULT_OFFICE_ZONE
  const zone = parseOfficeZone(text)
  if (!zone.ok) throw new InputError(`zone: «${text}» — неизвестный часовой пояс; пример: Asia/Krasnoyarsk`)
  return zone.value
}
