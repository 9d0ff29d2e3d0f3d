import { describe, expect, it } from 'vitest'
import { caseIdFor, caseNumber } from '../../../../shared/domain/journal/identity'
import { caseIdSchema } from '../../../../shared/domain/journal/ids'
import { compareEvents } from '../../../../shared/domain/journal/order'
import { verify, withoutWords } from '../../../../shared/domain/journal/seal'
import { only } from '../../../support/journal'
import { received } from '../../../support/situation'

describe('JR2 the id carries case, author and content', () => {
  it('JR2 and each is checked', () => {
    const situation = received()
    const event = only(situation.desk.eventsOf(situation.caseId))
    expect(event._id).toMatch(new RegExp(`^${situation.caseId}~operator~[0-9a-f]{64}$`))
    expect(verify(event)).toEqual({ ok: true, value: event })
    const other = caseIdFor('ok', 'mid:1')
    expect(verify({ ...event, caseId: other })).toEqual({ ok: false, error: 'wrongCase' })
    expect(verify({ ...event, actor: 'mallory' as never })).toEqual({ ok: false, error: 'wrongAuthor' })
    expect(verify({ ...event, at: (event.at + 1) as never })).toEqual({ ok: false, error: 'contentAltered' })
  })
})

describe('JR3 the erasable part', () => {
  it('JR3 leaves id and content true when it goes, and cannot be changed while it stays', () => {
    const situation = received()
    const event = only(situation.desk.eventsOf(situation.caseId))
    const { personal, salt } = event
    const erased = withoutWords(event)
    expect(erased).not.toHaveProperty('salt')
    expect(verify(erased).ok).toBe(true)
    expect(verify({ ...erased, salt, personal: { ...personal, text: 'Иначе' } })).toEqual({ ok: false, error: 'personalAltered' })
    expect(verify({ ...erased, personal })).toEqual({ ok: false, error: 'personalAltered' })
    expect(verify({ ...event, salt: 'other' })).toEqual({ ok: false, error: 'personalAltered' })
  })

  it('JR3 the same words twice have different hashes: nothing can be guessed back', () => {
    const situation = received().given({ type: 'AddNote', text: 'Да' }).given({ type: 'AddNote', text: 'Да' })
    const hashes = situation.desk.eventsOf(situation.caseId).map(({ personalHash }) => personalHash)
    expect(new Set(hashes).size).toBe(3)
  })
})

describe('JR9 what can be stored', () => {
  it('JR9 halves of surrogate pairs and NUL become U+FFFD, all else stays as written', () => {
    const situation = received({ text: 'Яма \uD83D у дома\0 👍\u200B', replyTo: undefined })
    const event = only(situation.desk.eventsOf(situation.caseId))
    expect(situation.state.message.text).toBe('Яма \uFFFD у дома\uFFFD 👍\u200B')
    expect(verify(JSON.parse(JSON.stringify(event))).ok).toBe(true)
    expect(Object.keys(event.personal ?? {})).not.toContain('replyTo')
  })
})

describe('JR1 order', () => {
  it('JR1 by Lamport count, then by id', () => {
    const event = (lamport: number, id: string) => ({ lamport, _id: id as never })
    const sorted = [event(2, 'a'), event(1, 'c'), event(1, 'b')].sort(compareEvents)
    expect(sorted.map(({ _id }) => _id)).toEqual(['b', 'c', 'a'])
    expect(compareEvents(event(1, 'a'), event(1, 'a'))).toBe(0)
  })
})

describe('JR10 names of cases', () => {
  it('JR10 the id is of the agreed form; composed and decomposed letters are one key', () => {
    expect(caseIdSchema.safeParse(caseIdFor('vk', 'wall-1_2')).success).toBe(true)
    expect(caseIdFor('vk', 'й'.normalize('NFD'))).toBe(caseIdFor('vk', 'й'))
  })

  it('JR10 the number people say is eight signs without I, L, O, U', () => {
    const numbers = Array.from({ length: 2000 }, (_, n) => caseNumber(caseIdFor('vk', String(n))))
    for (const number of numbers) expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(new Set(numbers).size).toBe(2000)
    expect(caseNumber(`c${'0'.repeat(32)}` as never)).toBe('0000-0000')
    expect(caseNumber(`cffffffffff${'0'.repeat(22)}` as never)).toBe('ZZZZ-ZZZZ')
  })
})
