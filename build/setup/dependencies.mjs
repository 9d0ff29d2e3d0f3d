import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from './run.mjs'
import { SetupFailure, say } from './say.mjs'

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, peer?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

const stampOf = (/** @type {string} */ root) => path.join(root, 'node_modules', '.otklik-lock-hash')

/** @param {string} root */
function lockHash(root) {
  return createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
}

/** @param {string} file @returns {Lock} */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Whether what npm noted as installed is what the lock asks for. Optional packages of other platforms may be absent.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes last
 */
export function sameTree(wanted, installed) {
  const have = installed.packages ?? {}
  const want = wanted.packages ?? {}
  for (const [where, entry] of Object.entries(want)) {
    if (where === '') continue
    const found = have[where]
    if (found === undefined ? entry.optional !== true : found.version !== entry.version) return false
  }
  return Object.keys(have).every((where) => want[where] !== undefined)
}

/**
 * Whether `npm ci` is needed, and why; null when node_modules already is what package-lock.json describes.
 * A tree someone installed with `npm install` counts when npm's own record of it agrees: wiping it would only cost minutes.
 * @param {string} root
 * @returns {string | null}
 */
export function reasonToInstall(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'node_modules is absent or incomplete'
  const stamp = stampOf(root)
  const hash = lockHash(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return null
  if (!sameTree(readLock(path.join(root, 'package-lock.json')), readLock(record))) return 'package-lock.json has changed'
  writeFileSync(stamp, hash)
  return null
}

/**
 * Says what to do about a failed `npm ci`, from what npm printed.
 * @param {string} output
 */
export function remedyFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'the npm registry cannot be reached. Check the network; behind a proxy run `npm config set proxy http://HOST:PORT` and `npm config set https-proxy http://HOST:PORT`; with an office mirror run `npm config set registry URL`. Then repeat the command.'
  }
  if (/SELF_SIGNED|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|CERT_/.test(output)) {
    return "the connection is intercepted by a certificate that Node does not know. Ask for the office's root certificate and run `npm config set cafile /path/to/it.pem`. Then repeat the command."
  }
  if (/ENOSPC/.test(output)) return 'the disk is full: about 2 GB are needed in the project folder and the cache. Free some space and repeat the command.'
  if (/EACCES|EPERM|EROFS/.test(output)) return 'the project folder cannot be written by this user. Make the folder your own (or copy it to your home folder) and repeat the command.'
  if (/EINTEGRITY/.test(output)) return 'a downloaded package does not match its checksum. Run `npm cache clean --force` and repeat the command; if it stays so, the registry or mirror serves altered packages.'
  if (/E40[134]|ETARGET/.test(output)) return 'the registry refuses or lacks a package. With an office mirror, ask for the packages of package-lock.json to be allowed; without one run `npm config delete registry`. Then repeat the command.'
  if (/can only install packages when your package.json and package-lock.json/.test(output)) return 'package.json and package-lock.json disagree: run `npm install` and commit the lock.'
  return 'read the messages of npm above, mend the cause and repeat the command.'
}

/**
 * Installs exactly what package-lock.json says when node_modules is not that already.
 * @param {string} root
 * @param {typeof npm} [runNpm]
 */
export async function ensureDependencies(root, runNpm = npm) {
  const reason = reasonToInstall(root)
  if (reason === null) return
  say(`Installing the dependencies (${reason}): npm ci, a minute or two`)
  // Engine warnings of electron on Node 20 are harmless and would only frighten, hence the log level.
  const ran = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, show: true, what: 'installing the dependencies' })
  if (ran.code !== 0) throw new SetupFailure(`npm ci ended with code ${ran.code}`, remedyFor(ran.output))
  writeFileSync(stampOf(root), lockHash(root))
  say('Dependencies are installed')
}
