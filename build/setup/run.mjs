import { spawn } from 'node:child_process'
import { say } from './say.mjs'

/**
 * @typedef {object} Ran
 * @property {number} code exit code; 127 when the program could not be started at all
 * @property {string} output stdout and stderr as they came, the last 200 000 characters
 */

/**
 * Runs a program to its end without a shell. A silent one is reported alive every 15 s.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, what?: string }} [options] `show` passes the output through; `what` names the work in the sign of life
 * @returns {Promise<Ran>}
 */
export function run(command, args, { cwd, env, show = false, what } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'], shell: false })
    let output = ''
    const from = Date.now()
    const alive = what === undefined ? undefined : setInterval(() => say(`… ${what}: ${Math.round((Date.now() - from) / 1000)} s so far`), 15_000)
    /** @param {NodeJS.WriteStream} to */
    const take = (to) => (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString('utf8')).slice(-200_000)
      if (show) to.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    const end = (/** @type {number} */ code) => {
      clearInterval(alive)
      resolve({ code, output })
    }
    child.on('error', (failure) => {
      output += String(failure)
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? (signal === null ? 1 : 128)))
  })
}

/**
 * npm as this very Node runs it: on Windows `npm` is a script that cannot be spawned without a shell.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, what?: string }} [options]
 */
export function npm(args, options) {
  const cli = process.env['npm_execpath']
  return cli !== undefined && cli.endsWith('npm-cli.js') ? run(process.execPath, [cli, ...args], options) : run('npm', args, options)
}
