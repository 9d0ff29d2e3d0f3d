import { randomBytes } from 'node:crypto'
import { readServerAddress } from '../../../electron/sync/serverAddress'
import { openLink } from '../../../electron/sync/serverLink'
import { checkAdministrator } from '../../../shared/server/provision/provision'
import { sayProvisionFailure } from '../../../shared/server/words'
import { ofNobody, ofRun, removeAll } from './leftovers'

declare module 'vitest' {
  interface ProvidedContext {
    /** Marks what this run makes on a shared server. */
    readonly run: string
  }
}

/**
 * Around a whole run on a real server: before it, what killed runs left is removed; after it, however it ended, whatever is still
 * there of its own.
 */
export default async function setup({ provide }: { provide(key: 'run', value: string): void }): Promise<() => Promise<void>> {
  const run = randomBytes(2).toString('hex')
  provide('run', run)
  const old = await sweep(ofNobody(Date.now()))
  if (old.length > 0) console.log(`Left by earlier runs, and removed: ${old.join(', ')}`)
  return async () => {
    const own = await sweep(ofRun(run))
    if (own.length > 0) console.log(`Left by tests of this run, and removed: ${own.join(', ')}`)
  }
}

async function sweep(which: (name: string) => boolean): Promise<readonly string[]> {
  const given = new URL(process.env['COUCHDB_URL'] ?? '')
  const [user, password] = [decodeURIComponent(given.username), decodeURIComponent(given.password)]
  given.username = ''
  given.password = ''
  const address = readServerAddress(given.href, true)
  if (!address.ok) throw new Error(`COUCHDB_URL: ${address.error}`)
  const admin = openLink({ address: address.value, credentials: { user, password } })
  try {
    const checked = await checkAdministrator(admin.link)
    if (!checked.ok) throw new Error(`COUCHDB_URL: ${sayProvisionFailure(checked.error)}`)
    return await removeAll(admin.link, '_replicator', which)
  } finally {
    admin.close()
  }
}
