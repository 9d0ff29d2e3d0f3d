import { localDateOf, type LocalDate } from '../../../../shared/domain/time'
import type { Application } from '../../../application/application'

/**
 * Whether any message, open or closed, was placed on the dates [from, to]: the rules of those dates are no longer free to change.
 * A case is closed after its message was placed, so months before `from` need no reading.
 */
export async function anyPlaced(application: Application, from: LocalDate, to: LocalDate | null): Promise<boolean> {
  const { zone } = application.office.get()
  const within = ({ message }: { message: { placedAt: Parameters<typeof localDateOf>[0] } }): boolean => {
    const date = localDateOf(message.placedAt, zone)
    return date >= from && (to === null || date <= to)
  }
  if (application.openCases.get().some(within)) return true
  for (const { month } of await application.cases.closedMonths()) {
    if (month >= from.slice(0, 7) && (await application.cases.closedIn(month)).some(within)) return true
  }
  return false
}
