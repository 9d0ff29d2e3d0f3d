import type { IntakeReport } from './connector'
import { isRecord, own } from './fields'
import { IntakeRows, type IntakeContext } from './intake'
import { readJson } from './json/readJson'
import { readOkComments, readOkMessages } from './ok/answer'
import { readVkItems } from './vk/answer'
import { readLongPoll } from './vk/longPoll'

/** Characters of a file; a month of a busy page is under 10 million. */
export const maxFileLength = 200_000_000

/**
 * A file with networks' answers: what can be taken, and a place and a reason for everything that was not. Never throws.
 * A cut or broken file gives its whole elements and one row that says where it breaks.
 */
export function readAnswerFile(text: string, context: IntakeContext): IntakeReport {
  const rows = new IntakeRows()
  if (text.length > maxFileLength) {
    rows.leave('', { refuse: 'tooLarge', detail: `${text.length}` })
    return rows.report()
  }
  const { value, problem } = readJson(text)
  if (value !== undefined) readInto(value, '', context, rows, new Set(), 0)
  if (problem !== undefined) {
    const reason = { truncated: 'truncatedFile', broken: 'brokenFile', tooDeep: 'tooDeep' } as const
    rows.leave('', { refuse: reason[problem.kind] }, { line: problem.line, column: problem.column })
  }
  return rows.report()
}

/** The same for an answer that is already a value (a live connector). `seen` are the Long Poll event ids known so far. */
export function readAnswer(value: unknown, context: IntakeContext, seen: Set<string> = new Set()): IntakeReport {
  const rows = new IntakeRows()
  readInto(value, '', context, rows, seen, 0)
  return rows.report()
}

/** Answers within lists of answers; more levels than this nobody makes by accident. */
const deepestList = 4

function readInto(value: unknown, where: string, context: IntakeContext, rows: IntakeRows, seen: Set<string>, depth: number): void {
  if (Array.isArray(value)) {
    if (depth >= deepestList) rows.leave(where, { refuse: 'tooDeep' })
    else if (value.every((item) => isRecord(item) && isBare(item))) readBare(value as readonly Readonly<Record<string, unknown>>[], where, context, rows, seen)
    else value.forEach((item, index) => readInto(item, `${where}[${index}]`, context, rows, seen, depth + 1))
    return
  }
  const dot = where === '' ? '' : `${where}.`
  if (!isRecord(value)) rows.leave(where, { refuse: 'unknownShape' })
  else if (isRecord(own(value, 'error')) || own(value, 'error_code') !== undefined) rows.leave(where, { refuse: 'networkError', detail: errorOf(value) })
  else if (isRecord(own(value, 'response')) || Array.isArray(own(value, 'response'))) {
    if (depth >= deepestList) rows.leave(where, { refuse: 'tooDeep' })
    else readInto(own(value, 'response'), `${dot}response`, context, rows, seen, depth + 1)
  } else if (Array.isArray(own(value, 'updates'))) readLongPoll(value, dot, context, rows, seen)
  else if (Array.isArray(own(value, 'items'))) readVkItems(value, dot, context, rows)
  else if (Array.isArray(own(value, 'comments'))) readOkComments(value, dot, context, rows)
  else if (Array.isArray(own(value, 'messages'))) readOkMessages(value, dot, context, rows)
  else if (isBare(value)) readBare([value], where, context, rows, seen)
  else rows.leave(where, { refuse: 'unknownShape' })
}

/** An event, a comment or a message without the answer around it: what people save by hand. */
function isBare(item: Readonly<Record<string, unknown>>): boolean {
  return bareKind(item) !== undefined
}

type BareKind = 'updates' | 'items' | 'comments' | 'messages'

function bareKind(item: Readonly<Record<string, unknown>>): BareKind | undefined {
  if (typeof own(item, 'type') === 'string' && isRecord(own(item, 'object'))) return 'updates'
  if (own(item, 'from_id') !== undefined && own(item, 'date') !== undefined) return 'items'
  if (own(item, 'author_id') !== undefined && own(item, 'date_ms') !== undefined) return 'comments'
  if (isRecord(own(item, 'sender')) && isRecord(own(item, 'message'))) return 'messages'
  return undefined
}

function readBare(items: readonly Readonly<Record<string, unknown>>[], where: string, context: IntakeContext, rows: IntakeRows, seen: Set<string>): void {
  items.forEach((item, index) => {
    const kind = bareKind(item)
    if (kind === undefined) return
    // Each reader names its rows itself; one item at a time keeps the place true to the file.
    const inner = new IntakeRows()
    readInto({ [kind]: [item] }, '', context, inner, seen, deepestList)
    const place = items.length === 1 && where === '' ? '' : `${where}[${index}]`
    const report = inner.report()
    report.taken.forEach((taken) => rows.take(taken))
    for (const row of report.skipped) rows.leave(row.where.replace(`${kind}[0]`, place), { skip: row.reason, ...(row.detail === undefined ? {} : { detail: row.detail }) })
    for (const row of report.refused) rows.leave(row.where.replace(`${kind}[0]`, place), { refuse: row.reason, ...(row.detail === undefined ? {} : { detail: row.detail }) })
  })
}

function errorOf(answer: Readonly<Record<string, unknown>>): string {
  const inner = own(answer, 'error')
  const source = isRecord(inner) ? inner : answer
  const code = own(source, 'error_code')
  const message = own(source, 'error_msg')
  return [code, message].filter((part) => typeof part === 'number' || typeof part === 'string').join(' ').slice(0, 200)
}
