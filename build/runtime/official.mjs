import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { say } from '../setup/say.mjs'

/** @typedef {{ ok: true, folder: string } | { ok: false, why: string }} Fetched */

/** @param {NodeJS.Platform} platform path of the executable inside a runtime's folder */
export function executableIn(platform) {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? path.join('Electron.app', 'Contents', 'MacOS', 'Electron') : 'electron'
}

/** @param {string} root @returns {string} the version of the electron package, whose types the program is written against */
export function officialVersion(root) {
  return JSON.parse(readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
}

/** @param {string} folder @param {string} version */
function holds(folder, version) {
  const noted = path.join(folder, 'version')
  return existsSync(path.join(folder, executableIn(process.platform))) && existsSync(noted) && readFileSync(noted, 'utf8').trim().replace(/^v/, '') === version
}

/** @param {{ root: string, cache: string }} where the official binary already unpacked, or null */
export function installedOfficial({ root, cache }) {
  const version = officialVersion(root)
  const places = [path.join(root, 'node_modules', 'electron', 'dist'), officialFolder(cache, version)]
  return places.find((folder) => holds(folder, version)) ?? null
}

/** @param {string} cache @param {string} version */
const officialFolder = (cache, version) => path.join(cache, `electron-${version}-${process.platform}-${process.arch}`)

/** @param {unknown} failure the innermost cause says what the network did */
function innermost(failure) {
  let reason = failure
  while (reason instanceof Error && reason.cause !== undefined) reason = reason.cause
  if (reason instanceof AggregateError && reason.errors.length > 0) reason = reason.errors[0]
  return reason instanceof Error ? reason.message || reason.name : String(reason)
}

/**
 * Downloads the zip of the official binary (Electron's cache, its mirror, or GitHub), checked against the checksums in the
 * electron package.
 * @param {object} where
 * @param {string} where.root
 * @param {NodeJS.ProcessEnv} where.env ELECTRON_MIRROR and electron_config_cache are honoured
 * @param {number} where.connectTimeout ms to wait for the first answer
 * @param {NodeJS.Platform} [where.platform] whose binary, this machine's unless named
 * @returns {Promise<{ ok: true, archive: string } | { ok: false, why: string }>}
 */
export async function fetchOfficialArchive({ root, env, connectTimeout, platform = process.platform }) {
  const version = officialVersion(root)
  const fromRoot = createRequire(path.join(root, 'node_modules', 'electron', 'package.json'))
  /** @type {Record<string, string>} */
  const checksums = fromRoot('./checksums.json')
  /** @type {typeof import('@electron/get')} */
  const { downloadArtifact, FetchDownloader } = await import('@electron/get')
  const plain = new FetchDownloader()
  const source = env['ELECTRON_MIRROR'] ?? 'GitHub'
  let shown = -1
  try {
    const archive = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch: process.arch,
      checksums,
      cacheRoot: env['electron_config_cache'],
      mirrorOptions: env['ELECTRON_MIRROR'] === undefined ? undefined : { mirror: env['ELECTRON_MIRROR'] },
      downloader: {
        /** Proves with a short question that anyone is there before waiting long for 110 MB. */
        async download(url, target, _options) {
          const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(connectTimeout) })
          if (!answer.ok) throw new Error(`${source} answered ${answer.status} for ${url}`)
          say(`Downloading Electron ${version} from ${source}`)
          await plain.download(url, target, {
            quiet: true,
            signal: AbortSignal.timeout(20 * 60_000),
            /** @param {{ percent: number }} progress */
            getProgressCallback: async ({ percent }) => {
              const tenth = Math.floor(percent * 10)
              if (tenth > shown) say(`… Electron: ${tenth * 10} %`)
              shown = Math.max(shown, tenth)
            },
          })
        },
      },
    })
    return { ok: true, archive }
  } catch (failure) {
    return { ok: false, why: `${source}: ${innermost(failure)}` }
  }
}

/**
 * Downloads the official binary of this machine's platform and unpacks it into the cache.
 * @param {{ root: string, cache: string, env: NodeJS.ProcessEnv, connectTimeout: number }} where as for the archive
 * @returns {Promise<Fetched>}
 */
export async function fetchOfficial({ root, cache, env, connectTimeout }) {
  const fetched = await fetchOfficialArchive({ root, env, connectTimeout })
  if (!fetched.ok) return fetched
  try {
    return { ok: true, folder: await lay(fetched.archive, officialFolder(cache, officialVersion(root)), cache) }
  } catch (failure) {
    return { ok: false, why: innermost(failure) }
  }
}

/** @param {string} archive @param {string} folder @param {string} cache */
async function lay(archive, folder, cache) {
  const { extract } = await import('@electron-internal/extract-zip')
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(path.join(cache, 'unpacking-'))
  try {
    await extract(archive, { dir: work })
    rmSync(folder, { recursive: true, force: true })
    renameSync(work, folder)
    return folder
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
