import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fetchOfficialArchive } from '../runtime/official.mjs'
import { onPath } from '../setup/systemLibraries.mjs'
import { toolsets } from './configuration.mjs'

/**
 * @typedef {object} Lack why a target is not made here, which is no failure
 * @property {string} why
 * @property {string} remedy
 */

const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

/**
 * The tools of electron-builder that a target needs: from its own cache, a folder named by the variable, or its mirror.
 * @returns {Record<'appimage' | 'nsis' | 'sevenZip', { release: string, file: string, variable: string }>}
 */
export function builderTools() {
  /** @type {{ appimageChecksums: Record<string, Record<string, string>> }} */
  const linux = fromBuilder('app-builder-lib/out/toolsets/linux')
  /** @type {{ nsisChecksums: Record<string, Record<string, string>> }} */
  const windows = fromBuilder('app-builder-lib/out/toolsets/windows')
  const only = (/** @type {Record<string, string> | undefined} */ files) => Object.keys(files ?? {})[0] ?? ''
  const system = process.platform === 'win32' ? 'win' : 'linux'
  return {
    appimage: { release: `appimage@${toolsets.appimage}`, file: only(linux.appimageChecksums[toolsets.appimage]), variable: 'APPIMAGE_TOOLS_PATH' },
    nsis: { release: `nsis@${toolsets.nsis}`, file: only(windows.nsisChecksums[toolsets.nsis]), variable: 'ELECTRON_BUILDER_NSIS_DIR' },
    sevenZip: { release: '7zip@1.0.0', file: `7zip-${system}-${process.arch}.tar.gz`, variable: 'ELECTRON_BUILDER_7ZIP_PATH' },
  }
}

/** @param {string} url @returns {Promise<string | null>} why nothing answers there */
async function unreachable(url) {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8_000) })
    return answer.ok ? null : `answered ${answer.status}`
  } catch (failure) {
    const cause = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure
    return cause instanceof Error ? cause.message : String(cause)
  }
}

/**
 * @param {readonly ('appimage' | 'nsis' | 'sevenZip')[]} wanted
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Lack | null>}
 */
export async function lackOfTools(wanted, env = process.env) {
  /** @type {{ getCacheDirectory: (options: { allowEnvVarOverride: boolean }) => string, getBinariesMirrorUrl: (repository: string) => string }} */
  const { getBinariesMirrorUrl, getCacheDirectory } = fromBuilder('app-builder-lib/out/util/electronGet')
  const cache = getCacheDirectory({ allowEnvVarOverride: true })
  const mirror = getBinariesMirrorUrl('electron-userland/electron-builder-binaries')
  for (const name of wanted) {
    const { release, file, variable } = builderTools()[name]
    if (env[variable] || existsSync(path.join(cache, release, file))) continue
    const why = await unreachable(`${mirror}${release}/${file}`)
    if (why === null) continue
    return {
      why: `${file}, a tool of electron-builder, could not be downloaded (${new URL(mirror).host}: ${why})`,
      remedy: `make it where that host is reached, set ELECTRON_BUILDER_BINARIES_MIRROR to a mirror of it, lay the file into ${path.join(cache, release)}, or name an unpacked one in ${variable}.`,
    }
  }
  return null
}

/**
 * @typedef {object} Installer
 * @property {'deb' | 'AppImage' | 'nsis'} target as electron-builder names it
 * @property {string} what in words
 * @property {import('./directory.mjs').TargetPlatform} platform whose
 * @property {(platform: NodeJS.Platform) => Promise<Lack | null>} lack what this machine lacks to make it
 */

/** @type {readonly Installer[]} */
export const installers = [
  {
    target: 'deb',
    what: 'Debian package (.deb)',
    platform: 'linux',
    lack: async (platform) =>
      platform === 'linux' && onPath('dpkg-deb') ? null : { why: 'there is no dpkg-deb here', remedy: 'make it on Debian, Ubuntu or Astra Linux, or install the package dpkg.' },
  },
  {
    target: 'AppImage',
    what: 'AppImage',
    platform: 'linux',
    lack: async (platform) => (platform === 'linux' ? lackOfTools(['appimage']) : { why: 'it is made on Linux only', remedy: 'run the command on Linux.' }),
  },
  {
    target: 'nsis',
    what: 'Windows installer (NSIS)',
    platform: 'win32',
    lack: async (platform) => {
      if (platform !== 'win32' && !onPath('wine')) return { why: 'there is no wine here, in which the uninstaller is made', remedy: 'run the command on Windows, or install the package wine.' }
      return lackOfTools(['sevenZip', 'nsis'])
    },
  },
]

/**
 * Electron for a program of that platform: this machine's own, or the official zip of the other.
 * @param {object} where
 * @param {string} where.root
 * @param {import('./directory.mjs').TargetPlatform} where.platform
 * @param {import('../runtime/find.mjs').Runtime} where.runtime this machine's
 * @returns {Promise<{ ok: true, electron: string } | { ok: false, lack: Lack }>}
 */
export async function electronFor({ root, platform, runtime }) {
  if (platform === process.platform) return { ok: true, electron: runtime.folder }
  const fetched = await fetchOfficialArchive({ root, env: process.env, connectTimeout: 8_000, platform })
  if (fetched.ok) return { ok: true, electron: fetched.archive }
  return { ok: false, lack: { why: `Electron for ${platform} could not be downloaded (${fetched.why})`, remedy: 'put its official zip into Electron’s cache, set ELECTRON_MIRROR, or run the command on that system.' } }
}

/** electron-builder is told of our writer of .deb by its variable for another fpm. */
export const useOwnFpm = () => void (process.env['CUSTOM_FPM_PATH'] = fileURLToPath(new URL('fpm.mjs', import.meta.url)))
