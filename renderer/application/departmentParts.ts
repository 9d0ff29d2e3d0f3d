import type { CaseState } from '../../shared/domain/case/caseState'
import { foldCase } from '../../shared/domain/case/evolve'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { DepartmentId } from '../../shared/domain/people/roles'
import type { JournalStore } from './ports'

type Part = CaseState | undefined
interface Folded {
  /** Of the whole case: while it has no new event, its part has none. */
  readonly eventCount: number
  readonly part: Part
}

/**
 * PM6, PM7: the cases as this department's own computer would show them, each folded from nothing but the events that carry the
 * department. The journal is read only for a case that was forwarded to it and has other events besides.
 */
export class DepartmentParts {
  private readonly folded = new Map<CaseId, Folded>()
  private readonly reading = new Map<CaseId, { readonly eventCount: number; readonly part: Promise<Part> }>()

  constructor(
    readonly department: DepartmentId,
    private readonly eventsOf: JournalStore['eventsOf'],
  ) {}

  /** The part of the case, read if it has to be; undefined where nothing was forwarded to the department. Throws StorageFailure. */
  async of(whole: CaseState): Promise<Part> {
    if (this.isKnown(whole)) return this.latest(whole)
    const begun = this.reading.get(whole.id)
    if (begun?.eventCount === whole.eventCount) return await begun.part
    const reading = { eventCount: whole.eventCount, part: this.read(whole) }
    this.reading.set(whole.id, reading)
    try {
      return await reading.part
    } finally {
      if (this.reading.get(whole.id) === reading) this.reading.delete(whole.id)
    }
  }

  /** Whether `latest` is the part of just this state of the case. */
  isKnown(whole: CaseState): boolean {
    return this.withoutReading(whole) !== undefined || this.folded.get(whole.id)?.eventCount === whole.eventCount
  }

  /** The part as it was read last; never anything else than the department's own. */
  latest(whole: CaseState): Part {
    const plain = this.withoutReading(whole)
    return plain === undefined ? this.folded.get(whole.id)?.part : plain.part
  }

  /** On a department's own computer every event is its own: the case is its part. A case that was never forwarded to it has none. */
  private withoutReading(whole: CaseState): { readonly part: Part } | undefined {
    if (!whole.history.some((entry) => entry.type === 'MessageForwarded' && entry.department === this.department)) return { part: undefined }
    return whole.history.every((entry) => entry.department === this.department) ? { part: whole } : undefined
  }

  private async read(whole: CaseState): Promise<Part> {
    const events = await this.eventsOf(whole.id)
    const part = foldCase(events.filter((event) => event.department === this.department))
    const before = this.folded.get(whole.id)
    // The same part is the same object: lists are not drawn anew for what the operators do among themselves.
    const kept = before !== undefined && JSON.stringify(before.part) === JSON.stringify(part) ? before.part : part
    if (before === undefined || before.eventCount <= whole.eventCount) this.folded.set(whole.id, { eventCount: whole.eventCount, part: kept })
    return kept
  }
}
