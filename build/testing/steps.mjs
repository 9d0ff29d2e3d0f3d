import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { run } from '../setup/run.mjs'
import { countPlaywright, countVitest } from './counts.mjs'

/**
 * @typedef {import('./counts.mjs').Count} Count
 * @typedef {object} Step
 * @property {string} name as chosen by --only
 * @property {string} what it proves, for the person watching
 * @property {boolean} window whether it needs a runtime, a display and the bundles
 * @property {(context: { root: string, env: NodeJS.ProcessEnv, filters: readonly string[] }) => Promise<Count>} run
 */

/** @param {string} root @param {string} name @param {string} file */
const tool = (root, name, file) => path.join(root, 'node_modules', name, file)

/**
 * A check that passes or fails as a whole.
 * @param {string} name @param {string} what @param {(root: string) => readonly string[]} command arguments for node
 * @returns {Step}
 */
const whole = (name, what, command) => ({
  name,
  what,
  window: false,
  async run({ root, env }) {
    const { code } = await run(process.execPath, command(root), { cwd: root, env, show: true, what })
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  },
})

/**
 * A suite that counts its own tests in a report; one that could not run at all is one failure.
 * @param {Omit<Step, 'run'>} step
 * @param {(root: string, report: string, filters: readonly string[]) => { args: readonly string[], env?: Record<string, string> }} command
 * @param {(report: unknown) => Count} count
 * @returns {Step}
 */
const suite = (step, command, count) => ({
  ...step,
  async run({ root, env, filters }) {
    const report = path.join(root, 'reports', `${step.name}.json`)
    mkdirSync(path.dirname(report), { recursive: true })
    rmSync(report, { force: true })
    const { args, env: more } = command(root, report, filters)
    const { code } = await run(process.execPath, args, { cwd: root, env: { ...env, ...more }, show: true, what: step.what })
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const counted = count(JSON.parse(readFileSync(report, 'utf8')))
    // The runner knows of failures that belong to no test: an error after the tests' end, or no test found.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  },
})

/** In the order of running: the cheapest finding first. @type {readonly Step[]} */
export const steps = [
  whole('types', 'types', (root) => [tool(root, 'typescript', 'bin/tsc'), '-b']),
  whole('lint', 'lint', (root) => [tool(root, 'eslint', 'bin/eslint.js'), '-c', 'build/lint/eslint.config.mjs', '--max-warnings', '0', '.']),
  whole('imports', 'import rules', (root) => [
    tool(root, 'dependency-cruiser', 'bin/dependency-cruise.mjs'),
    '--config',
    'build/lint/dependency-cruiser.cjs',
    'shared',
    'electron',
    'renderer',
  ]),
  suite(
    { name: 'unit', what: 'unit, spec, property, architecture and sync tests', window: false },
    (root, report, filters) => ({
      args: [tool(root, 'vitest', 'vitest.mjs'), 'run', '--config', 'build/vitest.config.mjs', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    }),
    countVitest,
  ),
  suite(
    { name: 'e2e', what: 'end-to-end tests in Electron', window: true },
    (root, report, filters) => ({
      args: [tool(root, '@playwright/test', 'cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json', ...filters],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    }),
    countPlaywright,
  ),
  suite(
    { name: 'package', what: 'the packaged program: what is in it, and that it is hardened', window: true },
    (root, report, filters) => ({
      args: [tool(root, '@playwright/test', 'cli.js'), 'test', '--config', 'tests/package/playwright.config.ts', '--reporter=list,json', ...filters],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    }),
    countPlaywright,
  ),
]
