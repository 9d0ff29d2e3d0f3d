import { describe, expect, it } from 'vitest'
import { actionList } from '../../../../renderer/features/case/actionList'
import { chordName } from '../../../../renderer/ui/keys/chord'
import { possibleActions } from '../../../../shared/domain/case/decide'
import type { Actor } from '../../../../shared/domain/people/roles'
import { administrator, directory, headOf, operator, roads, supervisor } from '../../../support/journal'
import { received, type Situation } from '../../../support/situation'

const listFor = (situation: Situation, actor: Actor = operator) => actionList(situation.state, possibleActions(situation.state, actor, { now: situation.office.now, directory }))
const ids = (situation: Situation, actor?: Actor) => listFor(situation, actor).map(({ id }) => id)
const mainOf = (situation: Situation) => listFor(situation).filter(({ main }) => main).map(({ id }) => id)

const forwarded = () => received().given({ type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false })
const answered = () => {
  const situation = forwarded()
  return situation.given({ type: 'SubmitAnswer', forwarding: situation.forwarding, text: 'Засыпали', attachments: [] }, headOf(roads))
}

describe('the action bar', () => {
  it('offers at triage what 3.1, 3.6, 3.7 and 3.9 name, forwarding first', () => {
    expect(mainOf(received())).toEqual(['forward', 'forwardExplanation', 'refuse', 'emergency'])
  })
  it('offers at review to publish or to return', () => {
    expect(mainOf(answered()).slice(0, 2)).toEqual(['publish', 'return'])
  })
  it('publishes an explanation as one', () => {
    const situation = received().given({ type: 'Forward', to: roads, purpose: 'explanation', ground: 'courtDecision', withAuthorName: false })
    expect(listFor(situation).find(({ id }) => id === 'publish')?.action).toBe('PublishExplanation')
  })
  it('never offers what the rules disallow', () => {
    expect(ids(forwarded())).not.toContain('forward')
    expect(ids(received())).not.toContain('return')
  })
  it('offers a supervisor nothing and an administrator the erasure alone', () => {
    expect(ids(received(), supervisor)).toEqual([])
    expect(ids(received(), administrator)).toEqual(['erase'])
  })
  it('gives every action that is shown a key of its own', () => {
    for (const situation of [received(), forwarded(), answered()]) {
      const chords = listFor(situation).flatMap(({ chord }) => (chord === undefined ? [] : [chordName(chord)]))
      expect(new Set(chords).size).toBe(chords.length)
    }
  })
  it('leads the official appeal on by one key', () => {
    const situation = received()
    const next = () => listFor(situation).find(({ chord }) => chord !== undefined && chordName(chord) === 'A')?.id
    expect(next()).toBe('offerAppeal')
    situation.given({ type: 'OfferAppeal', text: 'Предлагаем', place: 'public', offeredAt: situation.office.now })
    expect(next()).toBe('consent')
    situation.given({ type: 'RecordAppealConsent', givenAt: situation.office.now, wording: 'Согласен', surname: 'Учебный', name: 'Пётр', email: 'a@b.ru' })
    expect(next()).toBe('handOver')
    situation.given({ type: 'HandOverAppeal', handedOverAt: situation.office.now, by: 'mail' })
    expect(next()).toBe('register')
  })
})
