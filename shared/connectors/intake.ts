import type { FetchedItem, IntakeReport, RefusalReason, RefusedRow, SkipReason, SkippedRow } from './connector'
import { networkClockTolerance } from '../domain/case/conditions'
import { instant, type Instant } from '../domain/time/instant'
import type { OkTopic } from './link'
import type { OwnPage } from './ownPages'
import { err, ok, type Result } from '../lib/result'

/** What a reader of a network's answer must know besides the answer. */
export interface IntakeContext {
  readonly now: Instant
  /** Our pages and accounts, besides what the answer itself tells (whose wall it is, in whose name a reply went out). */
  readonly ownPages?: readonly OwnPage[]
  /** OK answers do not say which topic they belong to: where the operator took them from. */
  readonly okTopic?: OkTopic
}

/** Why one row yields nothing. */
export type RowOutcome =
  | { readonly skip: SkipReason; readonly detail?: string }
  | { readonly refuse: RefusalReason; readonly detail?: string }

/** Collects rows so that every one of them is in exactly one list. */
export class IntakeRows {
  readonly #taken: FetchedItem[] = []
  readonly #skipped: SkippedRow[] = []
  readonly #refused: RefusedRow[] = []

  take(item: FetchedItem): void {
    this.#taken.push(item)
  }

  leave(where: string, outcome: RowOutcome, place: { readonly line?: number; readonly column?: number } = {}): void {
    const detail = outcome.detail === undefined ? {} : { detail: outcome.detail }
    if ('skip' in outcome) this.#skipped.push({ where, ...place, reason: outcome.skip, ...detail })
    else this.#refused.push({ where, ...place, reason: outcome.refuse, ...detail })
  }

  add(where: string, row: Result<FetchedItem, RowOutcome>): void {
    if (row.ok) this.take(row.value)
    else this.leave(where, row.error)
  }

  report(): IntakeReport {
    return {
      rows: this.#taken.length + this.#skipped.length + this.#refused.length,
      taken: this.#taken,
      skipped: this.#skipped,
      refused: this.#refused,
    }
  }
}

/** Before VKontakte and Odnoklassniki opened (2006) no message can have been placed. */
const earliest = Date.UTC(2006, 0, 1)

/** The instant of placement: whole milliseconds, in the networks' lifetime, not in the future. */
export function placementOf(epochMs: number, now: Instant): Result<Instant, RowOutcome> {
  if (!Number.isFinite(epochMs)) return err({ refuse: 'unreadableDate' })
  const whole = Math.trunc(epochMs)
  if (whole < earliest || whole > Date.UTC(2200, 0, 1)) return err({ refuse: 'absurdDate', detail: String(whole) })
  if (whole > now + networkClockTolerance) return err({ refuse: 'futureDate', detail: new Date(whole).toISOString() })
  return ok(instant(whole))
}

/** What the journal keeps of one text; no network allows as much. */
export const maxTextLength = 100_000
