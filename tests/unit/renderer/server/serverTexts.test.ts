import { describe, expect, it } from 'vitest'
import { headlineOf, officeRefusals, offStatus, refusedCodes, stopReasons, unsentCount, type SyncStatus } from '../../../../renderer/application/server/status'
import { officeDocumentNames } from '../../../../renderer/application/office'
import { sayClock, sayFileOutcome, sayHeadline, sayJoinFailure, saysClockFarOff, sayTrouble } from '../../../../renderer/ui/server/serverTexts'
import { server as words } from '../../../../renderer/i18n/ru/server'
import { fileOutcomes } from '../../../../shared/server/fileOutcome'
import type { Sha256 } from '../../../../shared/domain/journal/ids'
import { linkFailures } from '../../../../shared/server/link'

const russian = /^[«А-ЯЁ][^\n]{10,}$/
const near = (at: number) => new Date(at).toISOString().slice(11, 16)
const at = Date.UTC(2026, 10, 24, 14, 5)
const working: SyncStatus = { ...offStatus, phase: { kind: 'working', pull: null } }
const said = (status: SyncStatus) => sayHeadline(headlineOf(status), near)

describe('why there is no connection', () => {
  it.each(linkFailures)('%s: what is wrong, and what to do', (failure) => {
    const { what, todo } = sayJoinFailure({ reason: 'unreachable', failure })
    expect(what).toMatch(russian)
    expect(todo).toMatch(russian)
    expect(sayTrouble({ ...offStatus, phase: { kind: 'unreachable', failure, since: at } })).toEqual({ what, todo })
  })

  it.each(stopReasons)('%s: what is wrong, and what to do', (reason) => {
    const trouble = sayTrouble({ ...offStatus, phase: { kind: 'stopped', reason } })
    expect(trouble?.what).toMatch(russian)
    expect(trouble?.todo).toMatch(russian)
    expect(said({ ...offStatus, phase: { kind: 'stopped', reason } })).toMatchObject({ tone: 'person', text: expect.stringMatching(russian) as string })
  })

  it.each(['ownJournal', 'training', 'notAdministrator'] as const)('%s: what is wrong, and what to do', (reason) => {
    expect(sayJoinFailure({ reason }).what).toMatch(russian)
    expect(sayJoinFailure({ reason }).todo).toMatch(russian)
  })

  it('names the status of a server that fails, and passes on the main process’s own sentence', () => {
    expect(sayJoinFailure({ reason: 'serverFailing', status: 502 }).what).toContain('502')
    expect(sayJoinFailure({ reason: 'opening', why: 'malformed', message: 'Адрес сервера записан неверно.' })).toEqual({ what: 'Адрес сервера записан неверно.', todo: '' })
  })

  it('has different words for different troubles', () => {
    const all = [...linkFailures.map((failure) => words.links[failure].what), ...stopReasons.map((reason) => words.stops[reason].what)]
    // A server that is not CouchDB is the same to a person, whether it speaks JSON or not.
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the status line', () => {
  it('says all is sent only when it is so', () => {
    expect(said(working)).toEqual({ text: 'Всё отправлено', tone: 'fine' })
    expect(said({ ...working, unsent: { count: 1200, since: at } })).toEqual({ text: '1\u00A0200 не отправлено с 14:05', tone: 'busy' })
    expect(said({ ...working, uploads: 2 })).toEqual({ text: 'Досылаем 2\u00A0файла', tone: 'busy' })
    expect(said({ ...working, office: { unsent: ['directory'], contested: [], refused: [] } })).toEqual({ text: 'Досылаем настройки: 1', tone: 'busy' })
  })

  it('says what is received, what is away, and what needs a person', () => {
    expect(said({ ...working, phase: { kind: 'working', pull: { done: 1000, total: 10_000 } } }).text).toBe('Получено 1\u00A0000 из 10\u00A0000')
    expect(said({ ...offStatus, phase: { kind: 'unreachable', failure: 'refused', since: at } })).toEqual({ text: 'Сервер недоступен, работаем локально', tone: 'away' })
    expect(said({ ...offStatus, phase: { kind: 'unreachable', failure: 'refused', since: at }, unsent: { count: 3, since: at }, uploads: 1 }).text).toBe('Сервер недоступен, работаем локально; не отправлено 4')
    expect(said({ ...offStatus, phase: { kind: 'lent' } })).toMatchObject({ tone: 'busy', text: expect.not.stringContaining('отправлено') as string })
    expect(said({ ...offStatus, phase: { kind: 'lent' }, unsent: { count: 3, since: at } }).text).toMatch(/занято .*; не отправлено 3$/)
    expect(said({ ...offStatus, phase: { kind: 'serverFailing', status: 503, since: at } }).text).toContain('503')
    const refused = (count: number): SyncStatus => ({ ...working, refused: Array.from({ length: count }, (_, index) => ({ id: String(index), code: 'role', detail: '', at })) })
    expect(said(refused(1)).text).toBe('Сервер отказал в 1\u00A0событии')
    const files = (count: number): SyncStatus['refusedFiles'] => Array.from({ length: count }, (_, index) => ({ sha256: String(index) as Sha256, code: 'tooLarge', at }))
    expect(said({ ...working, refusedFiles: files(2) })).toEqual({ text: 'Сервер не взял 2\u00A0файла', tone: 'person' })
    expect(said({ ...refused(1), refusedFiles: files(1) }).text).toBe('Сервер отказал в 1\u00A0событии и не взял 1\u00A0файл')
    expect(said(refused(3))).toEqual({ text: 'Сервер отказал в 3\u00A0событиях', tone: 'person' })
    expect(said({ ...working, office: { unsent: ['directory'], contested: ['directory'], refused: [] } })).toEqual({ text: 'Настройки здесь и на сервере разные: 1', tone: 'person' })
    expect(said({ ...working, office: { unsent: ['name'], contested: [], refused: [{ name: 'name', code: 'forbidden', detail: '' }] } })).toEqual({ text: 'Сервер не принял настройки: 1', tone: 'person' })
    expect(said(offStatus).text).toBe('Работаем на этом компьютере')
  })

  it('counts everything that the server has not got, as the tray does before it ends', () => {
    expect(unsentCount({ ...working, unsent: { count: 2, since: at }, uploads: 3, office: { unsent: ['name'], contested: [], refused: [] } })).toBe(6)
  })
})

describe('the rest of the words', () => {
  it.each(refusedCodes)('an event refused for %s: why, and what to do', (code) => {
    expect(words.refused[code].what.length).toBeGreaterThan(10)
    expect(words.refused[code].todo).toMatch(russian)
  })
  it.each(officeRefusals)('settings refused as %s: why, and what to do', (code) => {
    expect(words.officeRefused[code].what.length).toBeGreaterThan(10)
    expect(words.officeRefused[code].todo).toMatch(russian)
  })
  it.each(fileOutcomes)('a file: %s', (outcome) => {
    if (outcome === 'done' || outcome === 'there') expect(sayFileOutcome(outcome)).toBeNull()
    else expect(sayFileOutcome(outcome)).toMatch(russian)
  })
  it('every document of the office has its name', () => expect(officeDocumentNames.filter((name) => words.officeDocument[name] === '')).toEqual([]))
  it('a clock is told apart by its direction, and is far off from five minutes on', () => {
    expect(sayClock(3_700_000)).toMatch(/спешит на/)
    expect(sayClock(-3_700_000)).toMatch(/отстаёт на/)
    expect([sayClock(null), sayClock(500)]).toEqual([words.clock.unknown, words.clock.same])
    expect([null, 299_000, 301_000, -301_000].map(saysClockFarOff)).toEqual([false, false, true, true])
  })
})
