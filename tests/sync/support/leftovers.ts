import type { ServerLink } from '../../../shared/server/link'
import { ask } from './ask'

/** Older ones were left by a run that was killed: no server of a test lives so long. ms */
const stale = 3_600_000
const pattern = /^ts([0-9a-z]{6,8})-([0-9a-f]{4})[0-9a-f]{4}-/

/** What stands before everything that one test makes on a server it shares: when, of which run, and a chance number. */
export const testPrefix = (now: number, run: string, chance: string): string => `ts${Math.floor(now / 1000).toString(36)}-${run}${chance}-`

/** Of one run, or of no run that may still be under way. */
export const ofRun = (run: string) => (name: string): boolean => pattern.exec(name)?.[2] === run
export const ofNobody = (now: number) => (name: string): boolean => {
  const made = pattern.exec(name)?.[1]
  return made !== undefined && now - Number.parseInt(made, 36) * 1000 > stale
}

/** Removes the jobs, databases and users whose names `which` picks, whoever made them, and tells their names. */
export async function removeAll(admin: ServerLink, jobs: string, which: (name: string) => boolean): Promise<readonly string[]> {
  const removed: string[] = []
  const userName = (id: string) => id.replace(/^org\.couchdb\.user:/, '')
  // The jobs first: a running one would make noise about the databases it lost.
  for (const [database, nameOf] of [[jobs, (id: string) => id], ['_users', userName]] as const) {
    const { body } = await ask(admin, 'GET', `/${database}/_all_docs`)
    for (const { id } of (body['rows'] ?? []) as readonly { readonly id: string }[]) {
      if (!which(nameOf(id))) continue
      await removeDocument(admin, `/${database}/${encodeURIComponent(id)}`)
      removed.push(nameOf(id))
    }
    if (database !== jobs) continue
    for (const name of (await ask(admin, 'GET', '/_all_dbs')).body as unknown as readonly string[]) {
      if (!which(name) || name === jobs) continue
      await ask(admin, 'DELETE', `/${encodeURIComponent(name)}`)
      removed.push(name)
    }
  }
  return removed
}

/** The server may write into a job's document at any time: tried until it is gone. */
async function removeDocument(admin: ServerLink, path: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const { status, body } = await ask(admin, 'GET', path)
    if (status === 404) return
    const { status: answer } = await ask(admin, 'DELETE', `${path}?rev=${String(body['_rev'])}`)
    if (answer < 300 || answer === 404) return
  }
  throw new Error(`${path} cannot be removed`)
}
