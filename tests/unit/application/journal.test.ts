import { describe, expect, it } from 'vitest'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import { aComputer, fetched, start } from '../../support/profile'

const caseOf = (number: number) => caseIdFor('vk', `wall-900000001_${number}`)

describe('a message at this desk', () => {
  it('is taken in once, however often it is met', async () => {
    const app = await start(aComputer())
    const first = await app.intake([fetched(1), fetched(2), fetched(1)])
    expect(first).toMatchObject({ added: [caseOf(1), caseOf(2)], alreadyThere: 1, cancelled: false })
    const again = await app.intake([fetched(1), fetched(2)])
    expect(again).toMatchObject({ added: [], alreadyThere: 2 })
    expect(app.openCases.get().map((state) => state.id).sort()).toEqual([caseOf(1), caseOf(2)].sort())
    await app.close()
  })
})
