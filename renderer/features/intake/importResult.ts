import type { IntakeReport, RefusalReason, RefusedRow, SkippedRow } from '../../../shared/connectors/connector'
import type { Rejection } from '../../../shared/domain/case/rejections'
import type { IntakeOutcome } from '../../application/application'
import { intake as words } from '../../i18n/ru/intake'

export interface ListedRow {
  readonly where: string
  readonly why: string
}

export interface ImportResult {
  readonly counts: readonly { readonly name: string; readonly count: number }[]
  readonly refused: readonly ListedRow[]
  readonly skipped: readonly ListedRow[]
  readonly cancelled: boolean
}

/** «строка 12», «updates[3]», «строка 4, знак 17». */
export function placeText({ where, line, column }: Pick<SkippedRow | RefusedRow, 'where' | 'line' | 'column'>): string {
  const within = line === undefined ? '' : column === undefined ? words.place.row(line) : words.place.at(line, column)
  return [where, within].filter((part) => part !== '').join(', ') || words.place.whole
}

/** Details are field names and sizes; those of dates are machine forms that say nothing more to a person. */
export const refusalText = (reason: RefusalReason, detail: string | undefined): string =>
  detail === undefined || detail === '' || reason === 'futureDate' || reason === 'absurdDate' ? words.refused[reason] : `${words.refused[reason]} (${detail})`

export const refusedRows = (report: IntakeReport): readonly ListedRow[] => report.refused.map((row) => ({ where: placeText(row), why: refusalText(row.reason, row.detail) }))
export const skippedRows = (report: IntakeReport): readonly ListedRow[] => report.skipped.map((row) => ({ where: placeText(row), why: words.skipped[row.reason] }))

/** What an import came to: what the file gave, then what the journal did with it. Counts of nothing are left out, except the first. */
export function importResult(report: IntakeReport, outcome: IntakeOutcome, rejectionText: (rejection: Rejection) => string): ImportResult {
  const rejected = outcome.rejected.map(({ item, rejection }) => ({ where: `${item.network}, ${item.externalId}`, why: rejectionText(rejection) }))
  const refused = [...refusedRows(report), ...rejected]
  const counts = [
    { name: words.result.added, count: outcome.added.length },
    { name: words.result.alreadyThere, count: outcome.alreadyThere },
    { name: words.result.edited, count: outcome.edited },
    { name: words.result.deleted, count: outcome.deleted },
    { name: words.result.unknown, count: outcome.unknown },
    { name: words.result.own, count: report.skipped.length },
    { name: words.result.refused, count: refused.length },
  ]
  return { counts: counts.filter(({ count }, index) => index === 0 || count > 0), refused, skipped: skippedRows(report), cancelled: outcome.cancelled }
}

/** The list of what was not taken as text for a letter or a file: place, tab, reason. */
export const listText = (rows: readonly ListedRow[]): string => rows.map(({ where, why }) => `${where}\t${why}`).join('\n')
