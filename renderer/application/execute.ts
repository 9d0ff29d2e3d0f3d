import type { Command } from '../../shared/domain/case/command'
import { undoOf } from '../../shared/domain/case/undo'
import { canonical } from '../../shared/domain/journal/canonical'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import { err, ok, type Result } from '../../shared/lib/result'
import type { ExecuteError } from './application'
import { sit, type DeskParts } from './desk'
import { storageAdvice, StorageFailure } from './storageFailure'

type Outcome = Result<readonly EventId[], ExecuteError>

/** What the journal says of an undone action. */
const undoReason = 'Действие отменено'

/** Takes persons' actions: decided by the rules, sealed, stored, one after the other. */
export class Actions {
  private readonly underway = new Map<string, Promise<Outcome>>()

  constructor(private readonly parts: DeskParts) {}

  /** The same command twice at once (a double click) is one action, and both callers get its outcome. */
  execute(caseId: CaseId, command: Command): Promise<Outcome> {
    return this.once(canonical([caseId, command]), () =>
      sit(this.parts, async (sitting): Promise<Outcome> => {
        const decided = await sitting.decide(caseId, command)
        if (!decided.ok) return err({ kind: 'rejected', rejection: decided.error })
        await sitting.append()
        return decided
      }),
    )
  }

  undo(caseId: CaseId, event: EventId): Promise<Outcome> {
    return this.once(canonical(['undo', caseId, event]), () =>
      sit(this.parts, async (sitting): Promise<Outcome> => {
        const state = await sitting.stateOf(caseId)
        const done = (await this.parts.journal.eventsOf(caseId)).find((found) => found._id === event)
        if (state === undefined || done === undefined || done.type === 'unknown') return err({ kind: 'rejected', rejection: { reason: 'caseUnknown' } })
        const { actor } = this.parts.profile.current.get()
        const context = { now: this.parts.clock.now(), actor, directory: this.parts.office.current.get().directory, reason: undoReason }
        const command = undoOf(done, state, context)
        if (command === undefined) return err({ kind: 'rejected', rejection: { reason: 'nothingChanged' } })
        const decided = await sitting.decide(caseId, command)
        if (!decided.ok) return err({ kind: 'rejected', rejection: decided.error })
        await sitting.append()
        return ok(decided.value)
      }),
    )
  }

  private once(key: string, action: () => Promise<Outcome>): Promise<Outcome> {
    const running = this.underway.get(key)
    if (running !== undefined) return running
    const started = storedOrTold(action).finally(() => this.underway.delete(key))
    this.underway.set(key, started)
    return started
  }
}

/** The disk's refusal as a value with advice; a bug stays an exception. */
async function storedOrTold(action: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await action()
  } catch (failure) {
    if (failure instanceof StorageFailure) return err({ kind: 'notStored', detail: storageAdvice(failure) })
    throw failure
  }
}
