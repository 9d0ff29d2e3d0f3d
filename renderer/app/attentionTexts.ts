import type { CaseNotice, Notice, TrayView } from '../../shared/domain/attention'
import { caseNumber } from '../../shared/domain/journal/identity'
import { instant, type Instant } from '../../shared/domain/time'
import { casesAtMost, type NotificationRequest, type TrayState } from '../../shared/ipc/app'
import { duration } from '../format/durations'
import { instantFormat, type InstantFormat } from '../format/instants'
import { attention as words } from '../i18n/ru/attention'
import { deadlines } from '../i18n/ru/deadlines'
import { kinds } from '../i18n/ru/kinds'

/** A citizen's name and words, given only where the person allowed them to be shown (1.4). */
export type WordsOf = (caseId: CaseNotice['caseId']) => string | null

export interface Telling {
  readonly zone: string
  readonly wordsOf: WordsOf
  /** Minutes of working time that «позже» puts off by. */
  readonly laterMinutes: number
}

const bodyAtMost = 400
const linesOfDigest = 5

export function notificationOf(notice: Notice, now: Instant, { zone, wordsOf, laterMinutes }: Telling): NotificationRequest {
  const format = instantFormat(zone)
  if (notice.kind === 'case') {
    const { caseId, network, emergency, warnings } = notice
    const title = words.case(caseNumber(caseId), kinds.network[network])
    const lines = [...linesOf(notice, now, format), wordsOf(caseId)].filter((line) => line !== null)
    return { title: emergency ? words.emergency(title) : title, body: cut(lines), caseId, about: warnings.length > 0 ? [caseId] : [], tag: `case-${caseId}`, urgent: emergency, later: warnings.length > 0 ? words.later(laterMinutes) : null }
  }
  if (notice.kind === 'server') {
    const { what } = notice
    const lost = what.kind === 'connectionLost'
    return {
      title: lost ? words.connectionLost(format.near(what.since, now)) : words.refusedByServer(what.count),
      body: lost ? words.connectionHint : words.refusedHint, caseId: null, about: [], tag: `server-${what.kind}`, urgent: false, later: null,
    }
  }
  const { cases, emergency } = notice
  const about = cases.filter((one) => one.warnings.length > 0).map((one) => one.caseId).slice(0, casesAtMost)
  const due = cases.flatMap(({ warnings }) => warnings.slice(0, 1))
  const ahead = due.filter(({ left }) => left !== null).map((one) => one.due)
  const title = words.digest(cases.length, due.length - ahead.length, ahead.length === 0 ? null : format.near(instant(Math.min(...ahead)), now))
  return { title: emergency ? words.emergency(title) : title, body: digestOf(cases.map((one) => inOneLine(one, now, format))), caseId: cases[0]?.caseId ?? null, about, tag: `digest-${now}${emergency ? '-urgent' : ''}`, urgent: emergency, later: about.length > 0 ? words.later(laterMinutes) : null }
}

/** As many lines as there is room for, and how many more there are: what is cut off would be noted as told and never said. */
function digestOf(lines: readonly string[]): string {
  for (let count = Math.min(lines.length, linesOfDigest); ; count--) {
    const body = [...lines.slice(0, count), ...(lines.length > count ? [words.more(lines.length - count)] : [])]
    if (count === 1 || body.join('\n').length <= bodyAtMost) return cut(body)
  }
}

/** The first as it is said alone, the second in short, and how many more. */
function inOneLine(one: CaseNotice, now: Instant, format: InstantFormat): string {
  const shortly = [
    ...one.warnings.map(({ deadline, due, left }) => (left === null ? words.shortPassed(deadlines.ruleShort[deadline]) : words.shortDue(deadlines.ruleShort[deadline], format.near(due, now)))),
    ...one.news.map((kind) => words.news[kind]),
  ].slice(1)
  const rest = shortly.length > 1 ? [words.more(shortly.length - 1)] : []
  return `${caseNumber(one.caseId)}: ${[...linesOf(one, now, format).slice(0, 1), ...shortly.slice(0, 1), ...rest].join('; ')}`
}

const cut = (lines: readonly string[]) => {
  const text = lines.join('\n')
  return text.length <= bodyAtMost ? text : `${text.slice(0, bodyAtMost - 1)}…`
}

function linesOf({ warnings, news }: CaseNotice, now: Instant, format: InstantFormat): readonly string[] {
  const said = warnings.map(({ deadline, clause, due, left }) => {
    const rule = deadlines.rule[deadline]
    const from = deadlines.clause(clause)
    const until = format.near(due, now)
    if (left === null) return words.passed(rule, from, until)
    return words.due(rule, from, until, left.ms === 0 ? words.noneLeft : words.left[left.of](duration(left.ms)))
  })
  return [...said, ...news.map((kind) => words.news[kind])]
}

export function trayStateOf({ mood, dueSoon, overdue, unsent, nearest, urgent }: TrayView, now: Instant, zone: string): TrayState {
  const format = instantFormat(zone)
  return {
    mood, dueSoon, overdue, unsent,
    nearest: nearest === null ? null : format.near(nearest, now),
    urgent: urgent.map(({ caseId, deadline, due, overdue: late }) => ({
      caseId,
      label: late ? words.trayOverdue(caseNumber(caseId), deadlines.ruleShort[deadline]) : words.trayDue(caseNumber(caseId), deadlines.ruleShort[deadline], format.near(due, now)),
    })),
  }
}
