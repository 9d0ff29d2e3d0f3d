import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, possibleActions } from '../../../../shared/domain/case/decide'
import { directory, supervisor } from '../../../support/journal'
import { commandTypes, wellMade } from '../../../support/commands'
import { runOffice, stepsArbitrary } from '../../../support/officeRun'

const seed = Number(process.env['FC_SEED'] ?? 24112026)
const numRuns = Number(process.env['FC_RUNS'] ?? 60)
console.log(`possibleActions: FC_SEED=${seed} FC_RUNS=${numRuns}`)

describe('PM5 the buttons and the rules are one', () => {
  it('PM5 a well-made command is accepted exactly when its action was shown as possible', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        runOffice(steps, (desk, { caseId, words, pick, original }) => {
          const state = desk.state(caseId)
          for (const actor of [desk.actor, supervisor]) {
            const context = { now: desk.now, actor, directory }
            const possible = possibleActions(state, actor, context)
            for (const type of commandTypes) {
              // A known message taken in again is no action on the case: it is recognised (CS5).
              if (type === 'ReceiveMessage') continue
              const command = wellMade(type, state, actor, { words, pick, now: desk.now, original })
              const decided = decide(command, state, { ...context, original: { id: original } })
              expect({ type, ok: decided.ok, why: decided.ok ? undefined : decided.error }).toMatchObject({ type, ok: possible.includes(type) })
            }
          }
        })
      }),
      { seed, numRuns },
    )
  })
})
