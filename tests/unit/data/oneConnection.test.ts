import { afterEach, describe, expect, it } from 'vitest'
import { headlineOf } from '../../../renderer/application/server/status'
import type { Sync } from '../../../renderer/application/server/sync'
import { openSync } from '../../../renderer/data/sync'
import type { Call } from '../../../renderer/data/sync/bridgeLink'
import { emptyRecord, type EventReplica, type ReplicaRow } from '../../../renderer/data/sync/ports'
import type { ServerLink } from '../../../shared/server/link'

const opening = (user: string) => ({ address: 'http://127.0.0.1:5984', user, remember: true, insistHttp: false })
const [operator, admin] = [opening('operator'), { ...opening('admin'), password: 'secret-word', remember: false }]
const ask = (link: ServerLink) => link({ method: 'GET', path: '/of-the-work' })

/** A main process whose server answers everything so, and the sync that stands on it. */
function desk(answer: 'away' | 401 = 'away') {
  let current: string | null = null
  /** Who asked what, in order; «user forgotten» where a password was. */
  const asked: string[] = []
  const rows: ReplicaRow[] = []
  let stored: () => void = () => undefined
  const call = ((name: string, argument: { user?: string; path?: string; forget?: boolean }) => {
    if (name === 'server.open') current = argument.user ?? null
    if (name === 'server.close') {
      if (argument.forget === true) asked.push(`${current} forgotten`)
      current = null
    }
    if (name === 'server.request') {
      if (current === null) return Promise.resolve({ ok: false, error: { reason: 'notOpen', message: '' } })
      asked.push(`${current} ${argument.path}`)
      return Promise.resolve(answer === 'away' ? { ok: false, error: { reason: 'refused', message: '' } } : { ok: true, value: { status: answer, bytes: new TextEncoder().encode('{}'), date: null } })
    }
    return Promise.resolve({ ok: true, value: name === 'server.open' ? { remembered: true } : name === 'server.fetchFile' ? 'there' : undefined })
  }) as unknown as Call
  let record = { ...emptyRecord, person: 'operator' }
  const replica: EventReplica = {
    append: () => Promise.reject(new Error('Nothing comes from this server')),
    settled: () => Promise.resolve(),
    after: (seq, limit) => Promise.resolve(rows.slice(seq, seq + limit)),
    onStored: (listener) => {
      stored = listener
      return () => undefined
    },
    putAside: () => Promise.resolve(),
  }
  const memory = { load: () => Promise.resolve(record), save: (next: typeof record) => Promise.resolve(void (record = next)) }
  const sync = openSync({ call, replica, memory, at: { prefix: '' }, now: () => 0, onFault: (failure) => { throw failure } })
  opened.push(sync)
  const write = () => {
    const id = `case-${rows.length}~operator~0`
    rows.push({ localSeq: rows.length + 1, id, json: JSON.stringify({ _id: id, at: 5 }) })
    stored()
  }
  return { sync, asked, write, by: (user: string) => asked.filter((line) => line.startsWith(user)) }
}
const opened: Sync[] = []
afterEach(async () => {
  for (const sync of opened.splice(0)) await sync.stop()
})

const shown = (sync: Sync, what: (sync: Sync) => boolean) => new Promise<void>((resolve) => {
  const look = () => what(sync) && resolve()
  sync.status.subscribe(look)
  look()
})
/** Lets everything run that waits for nothing outside this process. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** An administrator's work that lasts until it is let go. */
function longWork(sync: Sync) {
  let release: () => void = () => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const done = sync.asAdministrator(admin, async (link) => {
    await ask(link)
    begin()
    await until
    await ask(link)
  })
  return { begun, release, done }
}

describe('the one connection', () => {
  it('SY61 while an administrator’s work has it nobody else takes or uses it, and leaving forgets the person’s password', async () => {
    const { sync, asked, by } = desk()
    await sync.resume(operator)
    await shown(sync, () => by('operator').length > 0)
    const work = longWork(sync)
    await work.begun
    const before = asked.length
    sync.nudge()
    const tested = sync.test(operator)
    const brought = sync.bringAlong(admin, { events: 0, pages: () => (async function* () {})(), office: new Map() })
    const left = sync.leave({ forget: true })
    expect(await sync.fetchFile('journal', 'f'.repeat(64) as Parameters<Sync['fetchFile']>[1])).toBe('cut')
    await settle()
    expect(asked.slice(before)).toEqual([])
    work.release()
    await Promise.all([work.done, tested, brought])
    expect(await left).toBeNull()
    expect(by('admin').slice(0, 2)).toEqual(['admin /of-the-work', 'admin /of-the-work'])
    expect(asked.filter((line) => line.endsWith('forgotten'))).toEqual(['operator forgotten'])
    expect(sync.status.get().phase.kind).toBe('off')
    sync.nudge()
    await settle()
    expect(sync.status.get().phase.kind).toBe('off')
  })

  it('SY61 a program that closes during an administrator’s work begins nothing after it', async () => {
    const { sync, by } = desk()
    await sync.resume(operator)
    const work = longWork(sync)
    await work.begun
    await sync.stop()
    const before = by('operator').length
    work.release()
    await work.done
    await settle()
    expect(by('operator').length).toBe(before)
    expect(sync.status.get().phase.kind).toBe('off')
  })

  it('SY65 what is made during an administrator’s work is counted, and the line says whose turn it is', async () => {
    const { sync, write } = desk()
    await sync.resume(operator)
    const work = longWork(sync)
    await work.begun
    write()
    write()
    await shown(sync, () => sync.status.get().unsent?.count === 2)
    expect(headlineOf(sync.status.get())).toEqual({ kind: 'lent', unsent: 2 })
    work.release()
    await work.done
    expect(headlineOf(sync.status.get()).kind).not.toBe('lent')
  })

  it('SY64 a refused password is not offered again by a test or an administrator’s work', async () => {
    const { sync, by } = desk(401)
    await sync.resume(operator)
    await shown(sync, () => headlineOf(sync.status.get()).kind === 'stopped')
    const offered = by('operator').length
    await sync.asAdministrator(admin, ask)
    sync.nudge()
    await settle()
    expect(by('operator').length).toBe(offered)
    expect(headlineOf(sync.status.get())).toEqual({ kind: 'stopped', reason: 'password' })
    expect(await sync.test(operator)).toEqual({ ok: false, error: { reason: 'password' } })
    await settle()
    // The test's own offer, which the person asked for.
    expect(by('operator').length).toBe(offered + 1)
    expect(headlineOf(sync.status.get())).toEqual({ kind: 'stopped', reason: 'password' })
    await sync.leave({ forget: true })
    expect(by('operator').at(-1)).toBe('operator forgotten')
  })

  it('SY64 where nobody is signed in, nobody is after an administrator’s work', async () => {
    const { sync, by } = desk()
    await sync.waitForPassword()
    await sync.asAdministrator(admin, ask)
    await settle()
    expect(by('operator')).toEqual([])
    expect(headlineOf(sync.status.get())).toEqual({ kind: 'stopped', reason: 'noPassword' })
  })
})
