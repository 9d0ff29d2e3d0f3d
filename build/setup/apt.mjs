import { setTimeout as sleep } from 'node:timers/promises'
import { run } from './run.mjs'
import { say } from './say.mjs'

/** A machine that has just started is often updating itself: so long apt's locks are waited for, in seconds. */
export const secondsToWait = 600
const secondsBetween = 5

/** For a program whose words are read here: they are in the system's language otherwise. */
export const untranslated = (env = process.env) => ({ ...env, LC_ALL: 'C', LANGUAGE: '' })

/**
 * Reads apt's lists. `DPkg::Lock::Timeout` is of dpkg's lock alone: for that of the lists it is repeated here until it is free.
 * @param {{ runApt?: typeof run, now?: () => number, pause?: (ms: number) => Promise<unknown> }} [machine] `now` in milliseconds
 * @returns {Promise<{ ok: boolean, said: string }>} what apt complained of: also of a mirror that it could do without
 */
export async function updateLists({ runApt = run, now = Date.now, pause = sleep } = {}) {
  const from = now()
  let next = 0
  for (;;) {
    const ran = await runApt('apt-get', ['update', '-qq'], { env: untranslated(), what: 'apt-get update' })
    const waited = Math.round((now() - from) / 1000)
    if (ran.code === 0 || !ran.output.includes('Could not get lock') || waited >= secondsToWait) return { ok: ran.code === 0, said: ran.output.trim() }
    if (waited >= next) {
      say(`Another program is updating apt's lists: waiting for it, ${waited} s of at most ${secondsToWait} so far`)
      next = waited + 30
    }
    await pause(secondsBetween * 1000)
  }
}

/**
 * Which of a package's names this system has; the last when it knows none, for apt to say so.
 * @param {readonly string[]} candidates
 * @param {typeof run} [runApt]
 * @returns {Promise<string>}
 */
export async function available(candidates, runApt = run) {
  for (const name of candidates) {
    const shown = await runApt('apt-cache', ['policy', name], { env: untranslated() })
    if (/Candidate: (?!\(none\))/.test(shown.output)) return name
  }
  return /** @type {string} */ (candidates.at(-1))
}

/**
 * What a failed installation is told by: lists that could not be read are the likeliest cause, and nobody sees it in what came after.
 * @param {{ code: number, output: string }} installation
 * @param {{ said: string }} lists
 */
export const installationFailed = ({ code, output }, { said }) =>
  `apt-get ended with code ${code}:\n${output.slice(-2000)}${said === '' ? '' : `\nand before that apt-get update had said:\n${said.slice(-2000)}`}`
