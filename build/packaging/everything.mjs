import { statSync } from 'node:fs'
import path from 'node:path'
import { findShippable } from '../runtime/find.mjs'
import { SetupFailure, say } from '../setup/say.mjs'
import { faultsIn, filesInFolder } from './content.mjs'
import { inspect, makeDirectory, runBuilder } from './directory.mjs'
import { electronFor, installers, useOwnFpm } from './installers.mjs'
import { stage } from './stage.mjs'

/**
 * What became of one thing that is handed out.
 * @typedef {{ kind: 'made', what: string, file: string, bytes: number }
 *   | { kind: 'lacking', what: string, lack: import('./installers.mjs').Lack }
 *   | { kind: 'failed', what: string, why: string }} Outcome
 */

const whatFolder = (/** @type {string} */ platform) => `program folder for ${platform === 'win32' ? 'Windows' : 'Linux'}`

/** @param {readonly string[]} faults */
function refuse(faults) {
  if (faults.length > 0) throw new SetupFailure(`this must not be handed out:\n${faults.join('\n')}`, 'take it out of the sources or the bundles; what may be in is said in build/packaging/content.mjs, the fuses in fuses.mjs.')
}

/**
 * Makes for a platform the program folder, looks it through, and makes the installers of it that can be made here.
 * @param {{ platform: import('./directory.mjs').TargetPlatform, root: string, output: string, stage: import('./stage.mjs').Stage, runtime: import('../runtime/find.mjs').Runtime }} what
 * @returns {Promise<readonly Outcome[]>}
 */
async function makeFor({ platform, root, output, stage: staged, runtime }) {
  const looked = await Promise.all(installers.filter((one) => one.platform === platform).map(async (installer) => ({ installer, lack: await installer.lack(process.platform) })))
  /** @type {Outcome[]} */
  const outcomes = looked.flatMap(({ installer, lack }) => (lack === null ? [] : [{ kind: 'lacking', what: installer.what, lack }]))
  const wanted = looked.filter(({ lack }) => lack === null).map(({ installer }) => installer)
  if (wanted.length === 0 && platform !== process.platform) return outcomes

  const found = await electronFor({ root, platform, runtime })
  if (!found.ok) return [...outcomes, ...wanted.map(({ what }) => /** @type {const} */ ({ kind: 'lacking', what, lack: found.lack }))]
  const common = { root, stage: staged, platform, output, electron: found.electron, electronVersion: runtime.version }
  say(`Making: ${whatFolder(platform)}`)
  const made = await makeDirectory(common)
  const seen = await inspect(made, { root, runtime: platform === process.platform ? runtime.folder : null })
  refuse(seen.faults)
  outcomes.push({ kind: 'made', what: whatFolder(platform), file: made.folder, bytes: seen.bytes })
  for (const { target, what } of wanted) {
    say(`Making: ${what}`)
    try {
      const files = await runBuilder({ ...common, target, prepackaged: made.folder })
      outcomes.push(...files.map((file) => /** @type {const} */ ({ kind: 'made', what, file, bytes: statSync(file).size })))
    } catch (failure) {
      // The others are still worth making; the sum says that this one failed.
      outcomes.push({ kind: 'failed', what, why: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) })
    }
  }
  return outcomes
}

/**
 * Makes everything that is handed out, as far as this machine can.
 * @param {{ root: string, output: string }} where
 * @returns {Promise<readonly Outcome[]>}
 * @throws {SetupFailure} when the program itself may not be handed out
 */
export async function makeEverything({ root, output }) {
  const found = await findShippable({ root })
  if (!found.ok) return [{ kind: 'lacking', what: ['program folder', ...installers.map(({ what }) => what)].join(', '), lack: found }]
  say('Building, minified and without maps')
  const staged = await stage({ root, into: path.join(output, 'stage'), forTestsOnly: false })
  const files = filesInFolder(staged.app)
  refuse(faultsIn(files, root))
  say(`The program itself: ${files.length} files, ${inMegabytes(files.reduce((sum, { content }) => sum + content.length, 0))}, all of them allowed`)

  useOwnFpm()
  /** @type {Outcome[]} */
  const outcomes = []
  for (const platform of /** @type {const} */ (['linux', 'win32'])) outcomes.push(...(await makeFor({ platform, root, output, stage: staged, runtime: found.runtime })))
  return outcomes
}

/** @param {number} bytes */
export const inMegabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`

/** @param {Outcome} outcome */
export function inWords(outcome) {
  switch (outcome.kind) {
    case 'made':
      return `made      ${outcome.what}: ${outcome.file}, ${inMegabytes(outcome.bytes)}`
    case 'lacking':
      return `not made  ${outcome.what}: ${outcome.lack.why}.\n          What to do: ${outcome.lack.remedy}`
    case 'failed':
      return `FAILED    ${outcome.what}: ${outcome.why}`
  }
}
