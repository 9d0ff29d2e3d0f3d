import type { z } from 'zod'
import { defaultWarnings, regulationSchema, type Regulation } from '../../../../shared/domain/deadlines'
import { parseLocalDate } from '../../../../shared/domain/time'
import { err, ok, type Result } from '../../../../shared/lib/result'
import type { regulation as words } from '../../../i18n/ru/regulation'
import { readMinutes } from '../warningTexts'

export const hoursKeys = ['triageHours', 'answerHours', 'reworkHours', 'totalHours', 'publicationHours', 'explanationHours', 'emergencyTriageHours', 'emergencyAnswerHours'] as const
export const daysKeys = ['registrationDays', 'forwardingDays', 'answerDays', 'extensionDays'] as const
const clockKeys = ['triageClock', 'answerClock', 'reworkClock', 'totalClock', 'publicationClock', 'explanationClock', 'emergencyClock'] as const
const clauseKeys = ['triageClause', 'answerClause', 'reworkClause', 'totalClause', 'publicationClause', 'explanationClause', 'emergencyClause'] as const
export const choiceKeys = ['triageFrom', 'answerFrom', 'reworkBudget', 'totalFrom', 'publicationFrom', 'alsoAnswer', 'emergencyFrom', 'warnHalf', 'warnLastHour'] as const
export const formKeys = ['number', 'date', 'title', 'validFrom', 'validTo', 'floorHours', 'warnMinutes', ...hoursKeys, ...daysKeys, ...clockKeys, ...clauseKeys, ...choiceKeys] as const

export type FormKey = (typeof formKeys)[number]
export type ChoiceKey = (typeof choiceKeys)[number]
/** A regulation as typed: numbers with a comma or a point, dates `YYYY-MM-DD`, an empty end or floor is none. */
export type RegulationForm = Readonly<Record<FormKey, string>>
export type RegulationFormErrors = Partial<Record<FormKey, keyof typeof words.errors>>

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no')

export function regulationFormOf({ number, date, title, validFrom, validTo, rules, warnings = defaultWarnings }: Regulation): RegulationForm {
  const { triage, answer, rework, total, publication, explanation, emergency, appeal } = rules
  const text = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))
  return {
    number, date, title, validFrom, validTo: validTo ?? '',
    triageHours: text(triage.hours), triageClock: triage.clock, triageFrom: triage.from, triageClause: triage.clause,
    answerHours: text(answer.hours), answerClock: answer.clock, answerFrom: answer.from, answerClause: answer.clause,
    reworkHours: text(rework.hours), reworkClock: rework.clock, reworkBudget: rework.budget, reworkClause: rework.clause,
    totalHours: text(total.hours), totalClock: total.clock, totalFrom: total.from, totalClause: total.clause,
    publicationHours: text(publication.hours), publicationClock: publication.clock, publicationFrom: publication.from, publicationClause: publication.clause, floorHours: text(publication.floorHours),
    explanationHours: text(explanation.hours), explanationClock: explanation.clock, alsoAnswer: yesOrNo(explanation.alsoAnswer), explanationClause: explanation.clause,
    emergencyTriageHours: text(emergency.triageHours), emergencyAnswerHours: text(emergency.answerHours), emergencyClock: emergency.clock, emergencyFrom: emergency.from, emergencyClause: emergency.clause,
    registrationDays: text(appeal.registrationDays), forwardingDays: text(appeal.forwardingDays), answerDays: text(appeal.answerDays), extensionDays: text(appeal.extensionDays),
    warnHalf: yesOrNo(warnings.half), warnMinutes: warnings.minutes.join(', '), warnLastHour: yesOrNo(warnings.lastHour),
  }
}

const readHours = (typed: string): number | null => {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(typed.trim())) return null
  const value = Number(typed.trim().replace(',', '.'))
  return value > 0 && value <= 744 && Number.isInteger(value * 4) ? value : null
}
const readDays = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 366 ? Number(typed) : null)

/** Checks every field; what comes out passes the same door as a regulation from the disk. `base` gives what the form has no field for. */
export function checkRegulation(form: RegulationForm, base: Regulation, id: string): Result<Regulation, RegulationFormErrors> {
  const errors: RegulationFormErrors = {}
  for (const key of hoursKeys) if (readHours(form[key]) === null) errors[key] = 'hours'
  if (form.floorHours.trim() !== '' && readHours(form.floorHours) === null) errors.floorHours = 'hours'
  for (const key of daysKeys) if (readDays(form[key]) === null) errors[key] = 'days'
  if (readMinutes(form.warnMinutes) === null) errors.warnMinutes = 'minutes'
  for (const key of ['number', 'title', ...clauseKeys] as const) if (form[key].trim() === '') errors[key] = 'blank'
  for (const key of ['date', 'validFrom'] as const) if (!parseLocalDate(form[key]).ok) errors[key] = 'date'
  if (form.validTo !== '' && !parseLocalDate(form.validTo).ok) errors.validTo = 'date'
  else if (form.validTo !== '' && form.validTo < form.validFrom) errors.validTo = 'backwards'
  if (Object.keys(errors).length > 0) return err(errors)
  const read = regulationSchema.safeParse(regulationOf(form, base, id))
  // Every field was checked above: what the door refuses now is text of an excessive length or an unknown choice.
  return read.success ? ok(read.data) : err({ [blamed(read.error)]: 'blank' })
}

function regulationOf(form: RegulationForm, base: Regulation, id: string): unknown {
  const hours = (key: FormKey) => readHours(form[key])
  const days = (key: FormKey) => readDays(form[key])
  const rule = (name: 'triage' | 'answer' | 'rework' | 'total' | 'publication' | 'explanation') => ({ clause: form[`${name}Clause`].trim(), hours: hours(`${name}Hours`), clock: form[`${name}Clock`] })
  return {
    id, number: form.number.trim(), date: form.date, title: form.title.trim(), validFrom: form.validFrom, validTo: form.validTo === '' ? null : form.validTo,
    ...warningsOf(form),
    rules: {
      triage: { ...rule('triage'), from: form.triageFrom },
      answer: { ...rule('answer'), from: form.answerFrom },
      rework: { ...rule('rework'), budget: form.reworkBudget },
      total: { ...rule('total'), from: form.totalFrom },
      publication: { ...rule('publication'), from: form.publicationFrom, floorHours: form.floorHours.trim() === '' ? null : hours('floorHours') },
      explanation: { ...rule('explanation'), alsoAnswer: form.alsoAnswer === 'yes' },
      emergency: { clause: form.emergencyClause.trim(), from: form.emergencyFrom, triageHours: hours('emergencyTriageHours'), answerHours: hours('emergencyAnswerHours'), clock: form.emergencyClock },
      appeal: { ...base.rules.appeal, registrationDays: days('registrationDays'), forwardingDays: days('forwardingDays'), answerDays: days('answerDays'), extensionDays: days('extensionDays') },
    },
  }
}

/** Absent where they are the usual ones, so that an order nobody has touched stays as it was. */
function warningsOf(form: RegulationForm): Pick<Regulation, 'warnings'> {
  const { half, minutes, lastHour } = { half: form.warnHalf === 'yes', minutes: [...(readMinutes(form.warnMinutes) ?? [])], lastHour: form.warnLastHour === 'yes' }
  const usual = half === defaultWarnings.half && lastHour === defaultWarnings.lastHour && minutes.join() === defaultWarnings.minutes.join()
  return usual ? {} : { warnings: { half, minutes, lastHour } }
}

const blamed = (error: z.ZodError): FormKey => {
  const [first, rule, field] = error.issues[0]?.path ?? []
  const key = first === 'rules' ? `${String(rule)}${String(field).charAt(0).toUpperCase()}${String(field).slice(1)}` : String(first)
  return (formKeys as readonly string[]).includes(key) ? (key as FormKey) : 'title'
}
