import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import type { Command } from '../../../../shared/domain/case/command'
import { possibleActions } from '../../../../shared/domain/case/decide'
import { deedsOf } from '../../../../renderer/features/case/conflicts/deeds'
import { forwardingsIn, remediesOf } from '../../../../renderer/features/case/conflicts/remedies'
import { deputyOf, directory, headOf, housing, only, openOffice, operator, roads, secondOperator, supervisor, sync } from '../../../support/journal'
import { publication, situationOf, submission, toRoads } from '../../../support/situation'

/** Two operators and two people of one department with the same case before them. */
function openDesks() {
  const office = openOffice()
  const [first, second] = [office.desk(operator), office.desk(secondOperator)]
  const [head, deputy] = [office.desk(headOf(roads)), office.desk(deputyOf(roads), { device: 'deputy' })]
  const caseId = first.receive()
  const meet = () => sync(first, second, head, deputy)
  meet()
  const state = () => first.state(caseId)
  const conflict = () => only(state().conflicts)
  const offered = (actor = operator) => remediesOf(state(), conflict(), possibleActions(state(), actor, { now: office.now, directory }))
  return { office, first, second, head, deputy, caseId, meet, state, conflict, offered }
}

const toHousing: Command = { type: 'Forward', to: housing, purpose: 'answer', withAuthorName: false }
const forwardingOf = (state: CaseState) => only(state.forwardings).event

describe('what settles a conflict of people', () => {
  it('CS22 two forwardings: one is kept, the others withdrawn', () => {
    const { first, second, caseId, meet, state, conflict, offered } = openDesks()
    first.must(caseId, toRoads)
    second.must(caseId, toHousing)
    meet()
    expect(deedsOf(state(), conflict()).map(({ type, department, by }) => [type, department, by])).toEqual(expect.arrayContaining([['MessageForwarded', roads, 'operator'], ['MessageForwarded', housing, 'operator-two']]))
    expect(offered()).toEqual(['keepOne'])
    const [, ...others] = forwardingsIn(state(), conflict())
    for (const { event } of others) first.must(caseId, { type: 'WithdrawForwarding', forwarding: event, reason: 'направлено дважды' })
    expect(state().conflicts).toEqual([])
  })

  it('CS22 two postings: a note of what was done', () => {
    const { office, first, second, caseId, meet, state, conflict, offered } = openDesks()
    for (const desk of [first, second]) desk.must(caseId, { ...publication(situationOf(office, desk, caseId)), text: `Ответ ${desk.device}`, link: `https://vk.ru/wall-1?reply=${desk.device}` })
    meet()
    expect(deedsOf(state(), conflict()).every(({ link, text }) => link !== undefined && text !== undefined)).toBe(true)
    expect(offered()).toEqual(['note'])
    first.must(caseId, { type: 'AddNote', text: 'Второй ответ удалён со страницы' })
    expect(state().conflicts).toEqual([])
  })

  it('CS22 a closing and a forwarding: the department is called off, or the case goes on', () => {
    const { office, first, second, caseId, meet, state, conflict, offered } = openDesks()
    first.must(caseId, publication(situationOf(office, first, caseId)))
    second.must(caseId, toRoads)
    meet()
    expect(conflict().kind).toBe('decidedTwice')
    expect(offered()).toEqual(['withdraw', 'reopen'])
    first.must(caseId, { type: 'WithdrawForwarding', forwarding: only(forwardingsIn(state(), conflict())).event, reason: 'уже отвечено' })
    expect(state().conflicts).toEqual([])
  })

  it('CS22 two answers of one department: both are there to read, and three ways lead on', () => {
    const { first, head, deputy, caseId, meet, state, conflict, offered } = openDesks()
    first.must(caseId, toRoads)
    meet()
    const forwarding = forwardingOf(state())
    head.must(caseId, { ...submission(forwarding), text: 'Засыпана сегодня' })
    deputy.must(caseId, { ...submission(forwarding), text: 'Засыплем завтра' })
    meet()
    expect(deedsOf(state(), conflict()).map(({ text }) => text).sort()).toEqual(['Засыпана сегодня', 'Засыплем завтра'])
    expect(offered()).toEqual(['publish', 'return', 'note'])
    first.must(caseId, { type: 'AddNote', text: 'Публикуем первый' })
    expect(state().conflicts).toEqual([])
  })

  it('is for those whom the rules allow it', () => {
    const { first, second, caseId, meet, offered } = openDesks()
    first.must(caseId, toRoads)
    second.must(caseId, toHousing)
    meet()
    expect(offered(supervisor)).toEqual([])
  })
})
