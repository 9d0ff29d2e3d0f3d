import { spawn } from 'node:child_process'
import { SetupFailure, say } from './say.mjs'

/**
 * @typedef {object} Display
 * @property {Record<string, string>} env what to add to the environment of a program with windows
 * @property {boolean} virtual
 * @property {() => void} close
 */

/**
 * The screen to show windows on: the person's own, or a virtual one (Xvfb) where there is none.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Display>}
 */
export async function openDisplay(env = process.env) {
  if (process.platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return { env: {}, virtual: false, close: () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const number = await /** @type {Promise<string>} */ (
    new Promise((resolve, reject) => {
      let said = ''
      let complaint = ''
      server.stderr?.on('data', (/** @type {Buffer} */ chunk) => (complaint += chunk.toString()))
      server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
        said += chunk.toString()
        if (said.includes('\n')) resolve(said.trim())
      })
      const fail = (/** @type {string} */ why) =>
        reject(new SetupFailure(`no display, and Xvfb did not start: ${why}`, 'run from a desktop session, or try `Xvfb :99` by hand to see what it lacks.'))
      server.on('error', (failure) => fail(failure.message))
      server.on('exit', (code) => fail(`code ${code} ${complaint}`))
    })
  )
  server.unref()
  for (const pipe of [server.stderr, server.stdio[3]]) /** @type {import('node:net').Socket | null} */ (pipe)?.unref()
  const close = () => void server.kill()
  process.once('exit', close)
  say(`No display here: windows open on a virtual one (Xvfb :${number}, 1440×900)`)
  return { env: { DISPLAY: `:${number}` }, virtual: true, close }
}
