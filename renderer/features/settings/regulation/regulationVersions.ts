import type { Regulation } from '../../../../shared/domain/deadlines'
import { addDays, type LocalDate } from '../../../../shared/domain/time'
import { err, ok, type Result } from '../../../../shared/lib/result'

/** Why a regulation cannot take its place among the others: dates that two would hold, or none. */
export type VersionFault =
  | { readonly reason: 'gap'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly reason: 'overlap'; readonly date: LocalDate }
  | { readonly reason: 'sameStart'; readonly date: LocalDate }

const byStart = (regulations: readonly Regulation[]): Regulation[] => [...regulations].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))

/**
 * The regulations with one added, or put in the place of the one with its id. The one before it ends the day before it begins;
 * its own end, when none is given, is the day before the next one. Dates without any regulation are refused.
 */
export function withRegulation(regulations: readonly Regulation[], placed: Regulation): Result<readonly Regulation[], VersionFault> {
  // Taken out first, one that is replaced gives its dates back to the one before it.
  const others = byStart(withoutRegulation(regulations, placed.id) ?? regulations.filter(({ id }) => id !== placed.id))
  if (others.some(({ validFrom }) => validFrom === placed.validFrom)) return err({ reason: 'sameStart', date: placed.validFrom })
  const next = others.find(({ validFrom }) => validFrom > placed.validFrom)
  const before = others.filter(({ validFrom }) => validFrom < placed.validFrom).at(-1)
  const lastDay = addDays(placed.validFrom, -1)
  if (before !== undefined && before.validTo !== null && before.validTo < lastDay) return err({ reason: 'gap', from: addDays(before.validTo, 1), to: lastDay })
  let validTo = placed.validTo
  if (next !== undefined) {
    const last = addDays(next.validFrom, -1)
    if (validTo !== null && validTo > last) return err({ reason: 'overlap', date: next.validFrom })
    if (validTo !== null && validTo < last) return err({ reason: 'gap', from: addDays(validTo, 1), to: last })
    validTo = last
  }
  return ok(byStart([...others.map((other) => (other === before ? { ...other, validTo: lastDay } : other)), { ...placed, validTo }]))
}

/** The regulations without one; the one before it holds until it would have ended. Undefined when it is the only one or the first. */
export function withoutRegulation(regulations: readonly Regulation[], id: string): readonly Regulation[] | undefined {
  const sorted = byStart(regulations)
  const index = sorted.findIndex((regulation) => regulation.id === id)
  const [removed, before] = [sorted[index], sorted[index - 1]]
  if (removed === undefined || before === undefined) return undefined
  return sorted.filter((other) => other !== removed).map((other) => (other === before ? { ...other, validTo: removed.validTo } : other))
}

/** An id that no regulation has. */
export function newRegulationId(regulations: readonly Regulation[], base: Regulation): string {
  const root = base.id.replace(/-v\d+$/, '')
  for (let n = 2; ; n++) if (!regulations.some(({ id }) => id === `${root}-v${n}`)) return `${root}-v${n}`
}
