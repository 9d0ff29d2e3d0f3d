import { describe, expect, it } from 'vitest'
import { StorageFailure } from '../../renderer/application/storageFailure'
import { Asking } from '../../renderer/data/sync/asking'
import { Ledger } from '../../renderer/data/sync/ledger'
import { Outgoing } from '../../renderer/data/sync/outgoing'
import { emptyRecord, type EventReplica, type SyncRecord } from '../../renderer/data/sync/ports'
import { Session, type SessionParts } from '../../renderer/data/sync/session'
import { err, ok } from '../../shared/lib/result'
import type { ServerLink } from '../../shared/server/link'
import { operator } from '../support/journal'
import { sampleEvent } from './support/samples'

const nothingThere: EventReplica = {
  append: (events) => Promise.resolve({ added: events.length, upTo: 0 }),
  settled: () => Promise.resolve(),
  after: () => Promise.resolve([]),
  onStored: () => () => undefined,
  putAside: () => Promise.resolve(),
}

/** A session on this line alone; `count`: what the server is said to hold at the meeting. */
async function aSession(link: ServerLink, count: number, more: { readonly replica?: EventReplica; readonly now?: () => number; readonly save?: (record: SyncRecord) => Promise<void> } = {}) {
  const replica = more.replica ?? nothingThere
  const ledger = await Ledger.open({ load: () => Promise.resolve(emptyRecord), save: more.save ?? (() => Promise.resolve()) })
  const outgoing = new Outgoing(replica, operator.person, 0)
  const meeting: SessionParts['meeting'] = { signedIn: { person: operator.person, department: null }, standing: { kind: 'office', roles: [] }, database: 'journal', server: 's', rules: 'r', count } as unknown as SessionParts['meeting']
  const parts: SessionParts = {
    link, at: { prefix: '' } as SessionParts['at'], replica, memory: { load: () => Promise.resolve(emptyRecord), save: () => Promise.resolve() },
    files: { upload: () => Promise.resolve('done'), fetch: () => Promise.resolve('absent') },
    time: { now: more.now ?? (() => 0), wait: () => Promise.resolve() },
    onFault: (failure) => { throw failure },
    asking: new Asking(link, () => undefined), ledger, meeting, outgoing, show: () => undefined, worked: () => undefined,
  }
  return { session: new Session(parts), ledger, outgoing }
}
const never = new AbortController().signal
const asksFor = (path: string, name: string) => Number(new RegExp(`[?&]${name}=(\\d+)`).exec(path)?.[1] ?? 0)

describe('pages of the feed', () => {
  const total = 12_000
  /** What is asked for, `!` = in vain, on a line that carries so many rows in the 40 s of a question. */
  async function askedOn(carries: number): Promise<readonly string[]> {
    const asked: string[] = []
    let clock = 0
    const link: ServerLink = ({ path }) => {
      if (path.includes('longpoll') || path.includes('descending')) return Promise.resolve(path.includes('longpoll') ? err('cut') : ok({ status: 200, body: { results: [], last_seq: 0, pending: 0 }, date: null }))
      const [limit, since] = [asksFor(path, 'limit'), asksFor(path, 'since')]
      const rows = Math.min(limit, total - since)
      clock += Math.min(40_000, (40_000 * rows) / carries)
      asked.push(rows > carries ? `${limit}!` : `${limit}`)
      if (rows > carries) return Promise.resolve(err('timeout'))
      return Promise.resolve(ok({ status: 200, body: { results: Array.from({ length: rows }, (_, place) => ({ id: `x${since + place}`, doc: null })), last_seq: since + rows, pending: total - since - rows }, date: null }))
    }
    const { session } = await aSession(link, total, { now: () => clock })
    await expect(session.run(never)).rejects.toThrow()
    return asked
  }

  it('SY22 grow to the longest on a good line', async () => {
    expect((await askedOn(1_000_000)).slice(0, 6)).toEqual(['500', '500', '1000', '2000', '4000', '4000'])
  })

  it('SY22 do not grow into what a slow line cannot carry, and shrink once where it turns out slower', async () => {
    for (const carries of [5_000, 3_000, 1_500, 800]) expect((await askedOn(carries)).filter((page) => page.endsWith('!')), `${carries} rows`).toEqual([])
    expect((await askedOn(300)).filter((page) => page.endsWith('!'))).toEqual(['500!'])
  })
})

describe('the end of a session', () => {
  const page = [sampleEvent('NoteAdded', { ...operator, person: 'operator-two' as never })]
  /** One page that another one is said to follow, and then a line that breaks. */
  const breaking: ServerLink = ({ path }) =>
    Promise.resolve(asksFor(path, 'since') > 0 ? err('cut') : ok({ status: 200, body: { results: page.map((doc) => ({ id: doc._id, doc })), last_seq: 1, pending: 1 }, date: null }))

  it('SY22 waits until the screens have followed what came', async () => {
    const happened: string[] = []
    let release: () => void = () => undefined
    const settled = new Promise<void>((resolve) => (release = resolve))
    const { session } = await aSession(breaking, 2, { replica: { ...nothingThere, settled: () => settled.then(() => void happened.push('settled')) } })
    const ended = session.run(never).catch(() => happened.push('ended'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(happened).toEqual([])
    release()
    await ended
    expect(happened).toEqual(['settled', 'ended'])
  })

  it('SY22 tells what went wrong behind a page rather than that the line broke', async () => {
    const { session } = await aSession(breaking, 2, { replica: { ...nothingThere, settled: () => Promise.reject(new TypeError('a bug in the fold')) } })
    await expect(session.run(never)).rejects.toThrow('a bug in the fold')
  })

  it('SY22 tells that a checkpoint could not be saved', async () => {
    const { session } = await aSession(breaking, 2, { save: () => Promise.reject(new StorageFailure('full', 'checkpoint')) })
    await expect(session.run(never)).rejects.toBeInstanceOf(StorageFailure)
  })
})

it('SY22 a checkpoint that waits for the one before keeps what was sent meanwhile', async () => {
  const own = sampleEvent('NoteAdded', operator)
  const pages = [1, 2].map(() => sampleEvent('NoteAdded', { ...operator, person: 'operator-two' as never }))
  let release: () => void = () => undefined
  const saving = new Promise<void>((resolve) => (release = resolve))
  let saves = 0
  const stored = [{ localSeq: 1, id: own._id, json: JSON.stringify(own) }]
  const replica: EventReplica = {
    ...nothingThere,
    append: (events) => {
      for (const event of events) stored.push({ localSeq: stored.length + 1, id: event._id, json: JSON.stringify(event) })
      return Promise.resolve({ added: events.length, upTo: stored.length })
    },
    after: (localSeq, limit) => Promise.resolve(stored.slice(localSeq, localSeq + limit)),
  }
  let sent: () => void = () => undefined
  const whenSent = new Promise<void>((resolve) => (sent = resolve))
  const link: ServerLink = async ({ method, path }) => {
    if (method === 'POST') {
      // The second page's checkpoint waits for the first one's by then.
      await new Promise((resolve) => setImmediate(resolve))
      setImmediate(sent)
      return ok({ status: 201, body: [{ id: own._id, ok: true, rev: '1-x' }], date: null })
    }
    if (path.includes('longpoll')) return err('cut')
    const since = asksFor(path, 'since')
    const doc = pages[since]
    return ok({ status: 200, body: { results: doc === undefined ? [] : [{ id: doc._id, doc }], last_seq: since + 1, pending: Math.max(0, pages.length - since - 1) }, date: null })
  }
  const { session, ledger, outgoing } = await aSession(link, 2, { replica, save: () => (saves++ === 0 ? saving : Promise.resolve()) })
  const ended = session.run(never).catch(() => undefined)
  await whenSent
  release()
  await ended
  expect(ledger.record.anchors).toContain(own._id)
  expect(ledger.record.pushedUpTo).toBe(outgoing.settledUpTo)
})
