import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import type { Command } from '../../../shared/domain/case/command'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId, EventId } from '../../../shared/domain/journal/ids'
import { directory, operator } from '../../support/journal'
import { wellMade, commandTypes } from '../../support/commands'
import { mortal, type Death } from '../../support/mortalStorage'
import { aComputer, fetched, start, tuesdayMorning, type Computer } from '../../support/profile'
import { instant } from '../../../shared/domain/time'

const messages = 4
const caseOf = (number: number): CaseId => caseIdFor('vk', `wall-900000001_${number}`)

type Step =
  | { readonly do: 'intake'; readonly from: number; readonly to: number }
  | { readonly do: 'act'; readonly on: number; readonly type: number; readonly pick: number }
  | { readonly do: 'draft'; readonly key: number; readonly text: string }

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('intake' as const), from: fc.nat(messages - 1), to: fc.nat(messages) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('act' as const), on: fc.nat(messages - 1), type: fc.nat(100), pick: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('draft' as const), key: fc.nat(2), text: fc.string() }) },
)

/** What the program has told the person is done. */
interface Acknowledged {
  readonly cases: Set<CaseId>
  readonly events: Map<EventId, CaseId>
  /** What may be there: the text that was acknowledged last, or one that was typed after it. */
  readonly drafts: Map<string, readonly (string | undefined)[]>
}

async function take(app: Application, step: Step, acknowledged: Acknowledged, words: string): Promise<void> {
  switch (step.do) {
    case 'intake': {
      const items = Array.from({ length: Math.max(0, step.to - step.from) }, (_, index) => fetched(step.from + index))
      const outcome = await app.intake(items).catch(() => undefined)
      for (const caseId of outcome?.added ?? []) acknowledged.cases.add(caseId)
      return
    }
    case 'act': {
      const caseId = caseOf(step.on)
      const state = await app.cases.get(caseId)
      if (state === undefined) return
      const type = commandTypes[step.type % commandTypes.length]
      if (type === undefined || type === 'ReceiveMessage') return
      const command: Command = wellMade(type, state, operator, { words, pick: step.pick, now: app.clock.now(), original: caseOf((step.on + 1) % messages) })
      const outcome = await app.execute(caseId, command)
      if (outcome.ok) for (const event of outcome.value) acknowledged.events.set(event, caseId)
      return
    }
    case 'draft': {
      const key = `paste-${step.key}`
      acknowledged.drafts.set(key, [...(acknowledged.drafts.get(key) ?? [undefined]), step.text])
      const written = app.drafts.save(key, step.text).then(
        () => acknowledged.drafts.set(key, [step.text]),
        () => undefined,
      )
      await app.drafts.flush()
      await written
      return
    }
  }
}

describe('a program killed at any write', () => {
  it('loses nothing it has acknowledged, and its cases are the folds of their events', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepArbitrary, { minLength: 3, maxLength: 25 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        fc.array(stepArbitrary, { maxLength: 6 }),
        async (before, at, stored, after) => {
          const computer = aComputer()
          const acknowledged: Acknowledged = { cases: new Set(), events: new Map(), drafts: new Map() }
          await until(computer, { at, stored }, before, acknowledged)
          const app = await start(computer)
          try {
            await expectKept(app, acknowledged)
            for (const [index, step] of after.entries()) await take(app, step, acknowledged, `слова потом ${index}`)
            await expectKept(app, acknowledged)
            expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [], mendedCases: 0 })
          } finally {
            await app.close()
          }
        },
      ),
      { numRuns: Number(process.env['KILL_RUNS'] ?? 60) },
    )
  })
})

/** Works until the disk goes away. */
async function until(computer: Computer, death: Death, steps: readonly Step[], acknowledged: Acknowledged): Promise<void> {
  const disk = mortal()
  const app = await start(computer, { wrap: disk.wrap, onFailure: () => undefined })
  try {
    await app.saveOffice({ directory })
    disk.appoint(death)
    for (const [index, step] of steps.entries()) {
      if (disk.dead) return
      computer.clock.at = instant(tuesdayMorning + index * 60_000)
      await take(app, step, acknowledged, `слова ${index}`)
    }
  } finally {
    await app.close()
  }
}

async function expectKept(app: Application, acknowledged: Acknowledged): Promise<void> {
  for (const caseId of acknowledged.cases) expect(await app.cases.get(caseId)).toBeDefined()
  for (const [event, caseId] of acknowledged.events) {
    const state = await app.cases.get(caseId)
    expect(state?.history.map((entry) => entry.event)).toContain(event)
  }
  for (const [key, texts] of acknowledged.drafts) expect(texts).toContain(await app.drafts.load(key))
}
