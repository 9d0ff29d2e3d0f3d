import { describe, expect, it } from 'vitest'
import { importResult, listText, placeText } from '../../../../renderer/features/intake/importResult'
import type { IntakeReport } from '../../../../shared/connectors/connector'
import type { CaseId } from '../../../../shared/domain/journal/ids'

const report: IntakeReport = {
  rows: 4,
  taken: [],
  skipped: [{ where: 'updates[3]', reason: 'ownReply' }],
  refused: [{ where: '', line: 12, reason: 'missingDate' }, { where: '', line: 4, column: 17, reason: 'brokenFile' }],
}
const nothing = { added: [], alreadyThere: 0, edited: 0, deleted: 0, unknown: 0, rejected: [], cancelled: false }

describe('what an import came to', () => {
  it('names every place', () => expect([{ where: '' }, { where: 'updates[3]' }, { where: '', line: 12 }, { where: '', line: 4, column: 17 }].map(placeText)).toEqual(['весь файл', 'updates[3]', 'строка 12', 'строка 4, знак 17']))
  it('counts what happened and leaves out what did not, but always says how many are new', () => {
    const result = importResult(report, { ...nothing, alreadyThere: 3 }, () => '')
    expect(result.counts.map(({ count }) => count)).toEqual([0, 3, 1, 2])
  })
  it('lists refusals of the file and of the rules together', () => {
    const item = { type: 'deletion', network: 'vk', visibility: 'public', externalId: 'wall1_2', by: 'author' } as const
    const result = importResult(report, { ...nothing, added: ['c' as CaseId], rejected: [{ item, rejection: { reason: 'caseUnknown' } }] }, () => 'нет такого')
    expect(result.refused.map(({ where }) => where)).toEqual(['строка 12', 'строка 4, знак 17', 'vk, wall1_2'])
    expect(listText(result.refused).split('\n')).toHaveLength(3)
  })
})
