import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { sandboxArguments } from '../../setup.mjs'
import { say, SetupFailure } from '../../setup/say.mjs'

/** ms without a word */
const patience = 300_000

/**
 * Runs one job of the bundled window (bundle.mjs, in `out`) on a data folder.
 * @param {{ executable: string, env: NodeJS.ProcessEnv, out: string, folder: string, job: object }} run
 * @returns {Promise<Record<string, any>>} what it told
 */
export function runStorageJob({ executable, env, out, folder, job }) {
  const jobFile = path.join(out, 'job.json')
  writeFileSync(jobFile, JSON.stringify(job))
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...sandboxArguments(), `--user-data-dir=${folder}`, out, jobFile], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {Record<string, any>} */
    const told = {}
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += chunk))
    // A dialog about an error waits for a person.
    let silent = setTimeout(() => child.kill('SIGKILL'), patience)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('BENCH ')) return
      clearTimeout(silent)
      silent = setTimeout(() => child.kill('SIGKILL'), patience)
      const said = JSON.parse(line.slice(6))
      if ('laid' in said) say(`  ${said.laid} cases, ${said.windowMemoryMb} MB`)
      Object.assign(told, said)
    })
    child.on('exit', (code) => {
      clearTimeout(silent)
      if (code === 0 && told['done'] === true && told['failure'] === undefined) resolve(told)
      else reject(new SetupFailure(`the bench's window failed: ${told['failure'] ?? errors.slice(-2000)}`, 'run it again; if it stays, run `npm test`.'))
    })
  })
}
