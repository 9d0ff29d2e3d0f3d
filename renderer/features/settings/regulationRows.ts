import type { HoursRule, Regulation, StartEvent } from '../../../shared/domain/deadlines'
import { ru } from '../../i18n/ru'
import { settings } from '../../i18n/ru/settings'

export interface RegulationRow {
  readonly name: string
  readonly clause: string
  readonly term: string
}

/** Every number of an order in words, with its clause. */
export function regulationRows({ rules }: Regulation): readonly RegulationRow[] {
  const words = settings.regulation
  const hours = (rule: HoursRule, from: StartEvent, extra = ''): string => ru.deadlines.term(ru.common.hours(rule.hours), ru.deadlines.clock[rule.clock], ru.deadlines.start[from]) + extra
  const days = (count: number): string => words.calendarDays(ru.common.days(count))
  const { triage, answer, rework, total, publication, explanation, emergency, appeal } = rules
  const names = ru.deadlines.rule
  return [
    { name: names.triage, clause: triage.clause, term: hours(triage, triage.from) },
    { name: names.answer, clause: answer.clause, term: hours(answer, answer.from) },
    { name: names.rework, clause: rework.clause, term: hours(rework, 'returned', rework.budget === 'shared' ? words.shared : '') },
    { name: names.total, clause: total.clause, term: hours(total, total.from) },
    { name: names.publication, clause: publication.clause, term: hours(publication, publication.from, publication.floorHours === null ? '' : words.floor(ru.common.hours(publication.floorHours))) },
    { name: names.explanation, clause: explanation.clause, term: hours(explanation, 'placed', explanation.alsoAnswer ? words.alsoAnswer : '') },
    { name: words.emergencyTriage, clause: emergency.clause, term: hours({ ...emergency, hours: emergency.triageHours }, emergency.from) },
    { name: words.emergencyAnswer, clause: emergency.clause, term: hours({ ...emergency, hours: emergency.answerHours }, emergency.from) },
    { name: names.registration, clause: appeal.registrationClause, term: days(appeal.registrationDays) },
    { name: names.appealForwarding, clause: appeal.forwardingClause, term: days(appeal.forwardingDays) },
    { name: names.appealAnswer, clause: appeal.answerClause, term: days(appeal.answerDays) + words.extension(ru.common.days(appeal.extensionDays)) },
  ]
}
