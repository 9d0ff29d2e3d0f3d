import { describe, expect, it } from 'vitest'
import type { AdministrationTrouble } from '../../../../renderer/application/server/administration'
import { troubleText } from '../../../../renderer/features/server-admin/troubleText'
import { linkFailures } from '../../../../shared/server/link'

/** One of each; a reason that is left out does not compile. */
const troubles: Readonly<Record<AdministrationTrouble['reason'], AdministrationTrouble>> = {
  opening: { reason: 'opening', why: 'malformed', message: 'Адрес сервера записан неверно.' },
  unreachable: { reason: 'unreachable', failure: 'timeout' },
  password: { reason: 'password' },
  lockout: { reason: 'lockout' },
  notAdministrator: { reason: 'notAdministrator' },
  notCouchDb: { reason: 'notCouchDb' },
  tooOld: { reason: 'tooOld', version: '2.3.1' },
  rulesDoNotRun: { reason: 'rulesDoNotRun', database: 'journal', detail: '500 compilation_error' },
  refused: { reason: 'refused', path: '/journal', status: 412, detail: 'file_exists' },
  cancelled: { reason: 'cancelled' },
  taken: { reason: 'taken' },
  userGone: { reason: 'userGone' },
  changedMeanwhile: { reason: 'changedMeanwhile' },
  noJobs: { reason: 'noJobs' },
  noPurge: { reason: 'noPurge' },
  notGone: { reason: 'notGone' },
  noDatabase: { reason: 'noDatabase' },
}
/** More than a name of what happened: a sentence ends, and another says what to do, or both are one. */
const isSentence = (text: string) => /^[А-Я«].{20,}[.!]$/su.test(text)

describe('what the administrator is told', () => {
  it('SY3 every closed reason has its sentence, no two the same', () => {
    const texts = Object.values(troubles).map((trouble) => troubleText(trouble))
    expect(texts.filter((text) => !isSentence(text))).toEqual([])
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('SY3 so has every way in which no answer comes', () => {
    const texts = linkFailures.map((failure) => troubleText({ reason: 'unreachable', failure }))
    expect(texts.filter((text) => !isSentence(text))).toEqual([])
    expect(new Set(texts).size).toBe(linkFailures.length)
  })

  it('names what the server said, and what to look at for each kind of refusal', () => {
    const refused = (status: number, detail = '') => troubleText({ reason: 'refused', path: '/_users', status, detail })
    expect(refused(500, 'disk full')).toContain('«disk full». Посмотрите журнал CouchDB и место на его диске')
    expect(refused(413)).toContain('ответ 413. Поднимите max_document_size')
    expect(refused(409, 'conflict')).toContain('Устраните причину и повторите')
    expect(troubleText(troubles.tooOld)).toContain('CouchDB 2.3.1, нужна 3.3')
    expect(troubleText(troubles.rulesDoNotRun)).toContain('journal')
    expect(troubleText({ reason: 'opening', why: 'noPassword', message: 'на этом компьютере он не сохранён' })).toContain('Войдите заново')
  })
})
