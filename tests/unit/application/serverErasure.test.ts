import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/lib/result'
import { eraseOnServer, stillOnServer, type ErasedEvent } from '../../../shared/server/erasure'
import type { ServerLink } from '../../../shared/server/link'
import { roads } from '../../support/journal'

/** As much of a CouchDB as an erasure asks: what stands in each database, by id and revision. */
function couch(databases: readonly string[], events: readonly ErasedEvent[]) {
  const standing = new Map(databases.map((name) => [name, new Map(events.map(({ _id }) => [_id, new Map<string, object>([['1-words', { personal: 'слова' }]])]))]))
  const link: ServerLink = ({ path, body }) => {
    const [, name, what] = path.split(/[/?]/)
    const docs = standing.get(decodeURIComponent(name ?? ''))
    if (docs === undefined) throw new Error(`No database at ${path}`)
    const answer = (value: unknown) => Promise.resolve(ok({ status: 200, body: value, date: null }))
    switch (what) {
      case '_all_docs':
        return answer({ rows: (body as { keys: string[] }).keys.map((id) => {
          const [rev, ...others] = [...(docs.get(id)?.keys() ?? [])].sort().reverse()
          return rev === undefined ? { key: id, error: 'not_found' } : { id, doc: { _id: id, _rev: rev, ...(others.length === 0 ? {} : { _conflicts: others }) } }
        }) })
      case '_purge':
        for (const [id, revs] of Object.entries(body as Record<string, string[]>)) {
          for (const rev of revs) docs.get(id)?.delete(rev)
          if (docs.get(id)?.size === 0) docs.delete(id)
        }
        return answer({ purged: body })
      case '_bulk_docs':
        for (const doc of (body as { docs: { _id: string; _rev: string }[] }).docs) docs.set(doc._id, (docs.get(doc._id) ?? new Map<string, object>()).set(doc._rev, doc))
        return answer([])
      case '_compact':
        return answer({ ok: true })
      default:
        throw new Error(`Not asked of a server before: ${path}`)
    }
  }
  return { link, standing }
}

describe('an erasure on the server', () => {
  it('SY34 cut anywhere, before or after the server did what was asked, leaves each event there, and the next one ends it', async () => {
    const events: readonly ErasedEvent[] = [{ _id: 'a' }, { _id: 'b', department: roads }]
    const at = { prefix: '' }
    const databases = ['journal', `dept-${roads}`]
    let cuts = 0
    for (const answered of [false, true]) {
      for (let cutAt = 1; ; cutAt++) {
        const { link, standing } = couch(databases, events)
        let asked = 0
        const cutting: ServerLink = async (request, cancel) => {
          if (++asked < cutAt) return await link(request, cancel)
          if (asked === cutAt && answered) await link(request, cancel)
          return err('cut')
        }
        const done = await eraseOnServer(cutting, at, [roads], events, [])
        for (const name of databases) for (const { _id } of events) expect(standing.get(name)?.has(_id), `${_id} in ${name} after request ${cutAt}`).toBe(true)
        if (done.ok) break
        cuts++
        expect(await eraseOnServer(link, at, [roads], events, [])).toMatchObject({ ok: true })
        expect(await stillOnServer(link, at, [roads], events)).toEqual({ ok: true, value: new Set() })
        expect([...(standing.get('journal')?.get('b')?.values() ?? [])]).toEqual([expect.not.objectContaining({ personal: 'слова' })])
      }
    }
    expect(cuts).toBeGreaterThan(10)
  })
})
