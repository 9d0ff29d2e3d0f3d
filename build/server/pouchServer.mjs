import { mkdirSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * CouchDB's JavaScript kin as a process of its own: `node pouchServer.mjs <folder> <port> <administrator's password>`.
 * It listens on loopback only and says `listening <port>` when it does, `failed <code>` when it cannot. For trying and for the quick tests; it has no working
 * replication jobs (relay.ts runs them) and is no server for an office.
 */
const [folder = '', port = '0', password = ''] = process.argv.slice(2)
// Neither package has types.
const load = createRequire(import.meta.url)
const PouchDB = load('pouchdb')

mkdirSync(folder, { recursive: true })
// The trailing separator makes the prefix a folder.
const databases = PouchDB.defaults({ prefix: path.join(folder, path.sep) })
const server = load('express-pouchdb')(databases, {
  configPath: path.join(folder, 'config.json'),
  logPath: path.join(folder, 'server.log'),
  overrideMode: { exclude: ['routes/fauxton', 'replicator'] },
})
server.couchConfig.set('log', 'level', 'error', () => {})
server.couchConfig.set('admins', 'admin', password, () => {
  const listener = http.createServer(server)
  // Said to whoever started it, who knows what to do.
  listener.once('error', (failure) => {
    console.log(`failed ${/** @type {NodeJS.ErrnoException} */ (failure).code}`)
    process.exit(1)
  })
  listener.listen(Number(port), '127.0.0.1', () => {
    console.log(`listening ${/** @type {import('node:net').AddressInfo} */ (listener.address()).port}`)
  })
})
process.on('disconnect', () => process.exit(0))
