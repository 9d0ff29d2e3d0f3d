import { expect, it } from 'vitest'
import { Asking } from '../../renderer/data/sync/asking'
import { Outgoing } from '../../renderer/data/sync/outgoing'
import type { EventReplica } from '../../renderer/data/sync/ports'
import { Ahead, pullBatch, type PullParts } from '../../renderer/data/sync/pull'
import { err, ok } from '../../shared/lib/result'
import { operator } from '../support/journal'
import { sampleEvent } from './support/samples'

const never = new AbortController().signal
const pages = [1, 2, 3].map(() => [sampleEvent('NoteAdded', operator), sampleEvent('NoteAdded', operator)])

/** Three pages of two; `happened` tells in which order pages are asked for and stored. */
function aPull(fails: (asked: number) => boolean = () => false) {
  const happened: string[] = []
  let asked = 0
  const replica: EventReplica = {
    append: async (events) => {
      await Promise.resolve()
      happened.push(`stored ${pages.findIndex((page) => page[0]?._id === events[0]?._id)}`)
      return { added: events.length, upTo: 0 }
    },
    settled: () => Promise.resolve(),
    after: () => Promise.resolve([]),
    onStored: () => () => undefined,
    putAside: () => Promise.reject(new Error('nothing is to be put aside')),
  }
  const link = ({ path }: { readonly path: string }) => {
    const since = Number(/since=(\d+)/.exec(path)?.[1])
    happened.push(`asked ${since}`)
    if (fails(asked++)) return Promise.resolve(err('timeout' as const))
    const results = (pages[since] ?? []).map((doc) => ({ id: doc._id, doc }))
    return Promise.resolve(ok({ status: 200, body: { results, last_seq: since + 1, pending: (pages.length - since - 1) * 2 }, date: null }))
  }
  const parts: PullParts = { asking: new Asking(link, () => undefined), replica, outgoing: new Outgoing(replica, 'nobody', 0), database: 'journal', department: null, ahead: new Ahead() }
  return { happened, pull: (since: string) => pullBatch(parts, since, 2, never) }
}

it('SY11 the next page is asked for while one is stored, each once, and none after the last', async () => {
  const { happened, pull } = aPull()
  let since = '0'
  for (let page = 0; page < pages.length; page++) since = (await pull(since)).since
  expect(since).toBe('3')
  expect(happened).toEqual(['asked 0', 'asked 1', 'stored 0', 'asked 2', 'stored 1', 'stored 2'])
})

it('SY11 a page that failed ahead fails where it is wanted, moves no checkpoint, and is asked for anew', async () => {
  const { happened, pull } = aPull((asked) => asked === 1)
  expect((await pull('0')).since).toBe('1')
  await expect(pull('1')).rejects.toThrow('timeout')
  expect((await pull('1')).since).toBe('2')
  expect(happened).toEqual(['asked 0', 'asked 1', 'stored 0', 'asked 1', 'asked 2', 'stored 1'])
})
