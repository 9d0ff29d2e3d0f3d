import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareWindow, sandboxArguments } from '../setup.mjs'
import { root } from '../setup/paths.mjs'
import { runAsEntry, say, SetupFailure } from '../setup/say.mjs'
import { bundleBenchWindow } from './storage/bundle.mjs'
import { runStorageJob } from './storage/job.mjs'

/** Open cases, and seconds of measuring. */
const [open = 500, seconds = 90] = process.argv.slice(2).map(Number)
// Tuesday noon in the office: deadlines run, warnings come.
const now = Date.UTC(2026, 10, 24, 3)
/** The start's own work (the search reads, the first digest) is not idling, s. */
const settling = 30

await runAsEntry(async () => {
  const { runtime, display } = await prepareWindow({ tests: true })
  const out = path.join(root, 'out', 'bench-idle')
  const folder = mkdtempSync(path.join(tmpdir(), 'otklik-idle-'))
  try {
    await bundleBenchWindow(root, out, 'storage')
    const env = { ...process.env, ...display.env }
    say(`Laying ${open} open cases`)
    await runStorageJob({ executable: runtime.executable, env, out, folder, job: { do: 'lay', closed: 0, open, now } })
    await measure(folder, runtime, env)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
    display.close()
  }
})

/** @typedef {Record<number, { type: string, cpu: number, memory: number }>} Processes cpu: s since the process began; memory: MB */

/** @param {string} folder @param {{ folder: string }} runtime @param {NodeJS.ProcessEnv} env */
async function measure(folder, runtime, env) {
  const { _electron } = await import('@playwright/test')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
  const app = await _electron.launch({
    args: [...sandboxArguments(), `--user-data-dir=${folder}`, root],
    env: /** @type {Record<string, string>} */ ({ ...env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, OTKLIK_NOW: new Date(now).toISOString() }),
    chromiumSandbox: sandboxArguments().length === 0,
    timeout: 120_000,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector('[role="option"]', { timeout: 120_000 })
    const look = () =>
      app.evaluate(({ app: program }) =>
        Object.fromEntries(program.getAppMetrics().map(({ pid, type, cpu, memory }) => [pid, { type, cpu: cpu.cumulativeCPUUsage ?? NaN, memory: memory.workingSetSize / 1024 }])),
      )
    /** @param {number} s */
    const pass = (s) => new Promise((resolve) => setTimeout(resolve, s * 1000))
    const during = async (/** @type {string} */ what) => {
      await pass(settling)
      /** @type {Processes} */
      const before = await look()
      const from = performance.now()
      await pass(seconds)
      /** @type {Processes} */
      const after = await look()
      return report(what, before, after, (performance.now() - from) / 1000)
    }
    // As closing the window does where there is a tray.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await during(`${open} open cases, hidden in the tray`)
  } finally {
    await app.close()
  }
}

/** CPU time, not wall time: a busy machine does not change it. @param {string} what @param {Processes} before @param {Processes} after @param {number} took */
function report(what, before, after, took) {
  const rows = Object.entries(after).map(([pid, { type, cpu, memory }]) => ({ type, cpu: cpu - (before[Number(pid)]?.cpu ?? 0), memory }))
  const cpu = rows.reduce((sum, row) => sum + row.cpu, 0)
  if (!Number.isFinite(cpu)) throw new SetupFailure('this runtime does not tell the CPU time of its processes', 'take a newer Electron.')
  const percent = (/** @type {number} */ used) => `${((100 * used) / took).toFixed(2)} %`
  console.log(
    [
      ``,
      `${what}, ${took.toFixed(0)} s: ${percent(cpu)} of a core, ${Math.round(rows.reduce((sum, row) => sum + row.memory, 0))} MB resident in all processes (shared pages counted in each)`,
      ...rows.map((row) => `  ${row.type.padEnd(10)} ${percent(row.cpu).padStart(8)} ${Math.round(row.memory).toString().padStart(6)} MB`),
    ].join('\n'),
  )
}
