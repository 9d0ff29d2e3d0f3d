import { describe, expect, it } from 'vitest'
import { Administration } from '../../../renderer/application/server/administration'
import type { ServerDesk } from '../../../renderer/application/server/desk'
import type { PersonId } from '../../../shared/domain/people/roles'
import { err, ok } from '../../../shared/lib/result'
import type { ServerLink } from '../../../shared/server/link'
import { roads } from '../../support/journal'

const opening = { address: 'https://couch.example:6984', user: 'admin', password: 'word', remember: false, insistHttp: false }

/** A desk that lends `link`, and notes when it was lent and given back. */
function lending(link: ServerLink): { readonly desk: Pick<ServerDesk, 'asAdministrator' | 'at'>; readonly notes: string[] } {
  const notes: string[] = []
  return {
    notes,
    desk: {
      at: { prefix: '' },
      asAdministrator: async (asked, work) => {
        notes.push(`lent to ${asked.user}`)
        try {
          return ok(await work(link))
        } finally {
          notes.push('back')
        }
      },
    },
  }
}
const administration = (link: ServerLink, pauses: number[] = []) => {
  const { desk, notes } = lending(link)
  const pause = (ms: number) => {
    pauses.push(ms)
    return Promise.resolve()
  }
  return { admin: new Administration({ desk, opening, secret: () => 's'.repeat(32), pause }), notes }
}
const answer = (status: number, body: unknown) => Promise.resolve(ok({ status, body, date: null }))
const greets: ServerLink = ({ path }) => (path === '/' ? answer(200, { couchdb: 'Welcome', version: '3.5.0' }) : path === '/_session' ? answer(200, { userCtx: { roles: ['_admin'] } }) : answer(404, { reason: 'missing' }))

describe('the server’s administrator at work', () => {
  it('SY61 lends the one connection to one work at a time, also after one that broke', async () => {
    let asked = 0
    const { admin, notes } = administration(() => {
      if (asked++ === 0) throw new Error('a bug')
      return answer(401, { reason: 'Name or password is incorrect.' })
    })
    const works = await Promise.allSettled([admin.people(), admin.jobs(), admin.people()])
    expect(works.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(notes).toEqual(['lent to admin', 'back', 'lent to admin', 'back', 'lent to admin', 'back'])
  })

  it('an opening that is refused is told as it is', async () => {
    const refused = { reason: 'opening', why: 'noPassword', message: 'Введите пароль' } as const
    const admin = new Administration({ desk: { at: { prefix: '' }, asAdministrator: () => Promise.resolve(err(refused)) }, opening, secret: () => '', pause: () => Promise.resolve() })
    expect(await admin.people()).toEqual({ ok: false, error: refused })
  })

  it('SY9 counts a provisioning against its rehearsal, and stops it between two requests', async () => {
    const { admin } = administration(greets)
    const look = await admin.look([roads], { address: 'http://127.0.0.1:5984', insist: false })
    if (!look.ok) throw new Error(look.error.reason)
    const seen: (readonly [number, number | undefined])[] = []
    const stop = new AbortController()
    const stopped = await admin.carryOut(look.value, null, {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        seen.push([done, total])
        if (done === 3) stop.abort()
      },
    })
    expect(stopped).toEqual({ ok: false, error: { reason: 'cancelled' } })
    expect(seen).toEqual([1, 2, 3].map((done) => [done, look.value.requests]))
  })

  it('SY8 a user who is gone and one who was changed meanwhile are told apart from other refusals', async () => {
    const refusing = (read: number, write: number) => administration(({ method }) => (method === 'GET' ? answer(read, { _id: 'u', _rev: '1-a', name: 'u', type: 'user', roles: [] }) : answer(write, { reason: 'told' }))).admin
    const user = 'ivanova' as PersonId
    expect(await refusing(404, 201).shutOut(user)).toEqual({ ok: false, error: { reason: 'userGone' } })
    expect(await refusing(200, 409).renewPassword(user, 'new-password')).toEqual({ ok: false, error: { reason: 'changedMeanwhile' } })
    expect(await refusing(200, 500).giveRoles({ name: user, roles: ['operator'] })).toMatchObject({ ok: false, error: { reason: 'refused', status: 500 } })
    expect(await refusing(200, 201).shutOut(user)).toEqual({ ok: true, value: undefined })
  })

  it('SY35 an erasure is done when the server has rewritten its files', async () => {
    const pauses: number[] = []
    let looks = 0
    const { admin } = administration(({ method }) => (method === 'GET' ? answer(200, { compact_running: looks++ < 2 }) : answer(202, { ok: true, rows: [] })), pauses)
    expect(await admin.erase([], [], [])).toEqual({ ok: true, value: { purged: 0 } })
    expect([looks, pauses.length]).toEqual([3, 2])
  })

  it('SY35 stopped while the files are rewritten, it does not say that it is done', async () => {
    const stop = new AbortController()
    const { admin } = administration(({ method }) => {
      if (method === 'GET') stop.abort()
      return method === 'GET' ? answer(200, { compact_running: true }) : answer(202, { ok: true })
    })
    expect(await admin.erase([], [], [], { signal: stop.signal })).toEqual({ ok: false, error: { reason: 'cancelled' } })
  })
})
