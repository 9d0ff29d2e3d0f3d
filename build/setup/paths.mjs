import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

/**
 * Where downloaded runtimes are kept: outside the tree, so that `npm ci` and a fresh clone find them again.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), 'otklik', 'Cache')
  if (platform === 'darwin') return path.join(env['HOME'] ?? homedir(), 'Library', 'Caches', 'otklik')
  return path.join(env['XDG_CACHE_HOME'] || path.join(env['HOME'] ?? homedir(), '.cache'), 'otklik')
}
