import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleBenchWindow } from './storage/bundle.mjs'
import { runStorageJob } from './storage/job.mjs'
import { prepareWindow } from '../setup.mjs'
import { root } from '../setup/paths.mjs'
import { runAsEntry, say } from '../setup/say.mjs'

// The clock of all profiles: those that were laid before stay of use.
const now = Date.UTC(2026, 10, 24, 3)
const out = path.join(root, 'out', 'bench-storage')
const [closed = 100_000, open = 500, rounds = 5] = process.argv.slice(2).map(Number)

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

await runAsEntry(async () => {
  const { runtime, display } = await prepareWindow({ tests: true })
  await bundleBenchWindow(root, out, 'storage')
  try {
    const start = (/** @type {string} */ folder, /** @type {object} */ job) => runStorageJob({ executable: runtime.executable, env: { ...process.env, ...display.env }, out, folder, job: { closed, open, now, ...job } })
    const full = await laid(start, `profile-${closed}-${open}`, {})
    const empty = await laid(start, 'profile-empty', { closed: 0, open: 0 })
    const { programStart } = await import('./storage/programStart.mjs')
    report(await inTurns(start, (folder) => programStart(folder, runtime, { ...process.env, ...display.env }), empty, full))
    return 0
  } finally {
    display.close()
  }
})

/** @typedef {(folder: string, job: object) => Promise<Record<string, any>>} Start */

/** A profile laid once and kept for the next run, as long as what lays it is the same. @param {Start} start @param {string} name @param {object} job */
async function laid(start, name, job) {
  const folder = path.join(out, 'profiles', name)
  const made = path.join(folder, 'made-by')
  const maker = ['tests/support/bigProfile.ts', 'tests/support/words.ts', 'renderer/data/schemas.ts'].map((file) => readFileSync(path.join(root, file), 'utf8')).join('')
  if (existsSync(made) && readFileSync(made, 'utf8') === maker) return folder
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  say(`Laying ${name}`)
  await start(folder, { do: 'lay', ...job })
  writeFileSync(made, maker)
  return folder
}

/** The empty and the full profile in turns, each time a fresh program on a copy. @param {Start} start @param {(folder: string) => Promise<{ begun: number, frame: { p50: number, p95: number } }>} begin @param {string} empty @param {string} full */
async function inTurns(start, begin, empty, full) {
  /** @type {{ empty: Record<string, any>[], full: Record<string, any>[], take: Record<string, any>[] }} */
  const found = { empty: [], full: [], take: [] }
  const scratch = mkdtempSync(path.join(tmpdir(), 'otklik-bench-'))
  try {
    const copies = { empty: path.join(scratch, 'empty'), full: path.join(scratch, 'full') }
    cpSync(empty, copies.empty, { recursive: true })
    cpSync(full, copies.full, { recursive: true })
    for (let round = 0; round < rounds; round++) {
      say(`Round ${round + 1} of ${rounds}`)
      found.empty.push({ ...(await start(copies.empty, { do: 'measure', closed: 0, open: 0 })), ...(await begin(copies.empty)) })
      found.full.push({ ...(await start(copies.full, { do: 'measure' })), ...(await begin(copies.full)) })
    }
    say('Importing 10,000 messages')
    found.take.push(await start(copies.full, { do: 'take' }))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return found
}

/** @param {{ empty: Record<string, any>[], full: Record<string, any>[], take: Record<string, any>[] }} found */
function report({ empty, full, take }) {
  const of = (/** @type {Record<string, any>[]} */ runs, /** @type {(run: Record<string, any>) => number} */ what) => median(runs.map(what))
  const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`
  const opened = { empty: of(empty, (run) => run['opened']), full: of(full, (run) => run['opened']) }
  const begun = { empty: of(empty, (run) => run['begun']), full: of(full, (run) => run['begun']) }
  const frame = { empty: of(empty, (run) => run['frame'].p50), full: of(full, (run) => run['frame'].p50) }
  const memory = { empty: of(empty, (run) => run['windowMemoryMb']), full: of(full, (run) => run['windowMemoryMb']) }
  console.log(
    [
      ``,
      `${closed} closed and ${open} open cases beside an empty profile, medians of ${rounds} starts:`,
      `the program's start to its inbox     ${ms(begun.full)} / ${ms(begun.empty)} = ${(begun.full / begun.empty).toFixed(2)}×`,
      `a frame of the scrolled inbox, p50   ${ms(frame.full)} / ${ms(frame.empty)} at rest = ${(frame.full / frame.empty).toFixed(2)}×; p95 ${ms(of(full, (run) => run['frame'].p95))}`,
      `storage open, open cases in memory   ${ms(opened.full)} / ${ms(opened.empty)} = ${(opened.full / opened.empty).toFixed(2)}×`,
      `their deadlines and order            ${ms(of(full, (run) => run['dating']))}`,
      `one action, durable, p50 / p95       ${ms(of(full, (run) => run['action'].p50))} / ${ms(of(full, (run) => run['action'].p95))}`,
      `a month of the archive               ${ms(of(full, (run) => run['archiveMonth']))} (${full[0]?.['casesInMonth']} cases)`,
      `a closed case, p50 / p95             ${ms(of(full, (run) => run['closedCase'].p50))} / ${ms(of(full, (run) => run['closedCase'].p95))}`,
      `search, a keystroke, p50 / p95       ${ms(of(full, (run) => run['keystroke'].p50))} / ${ms(of(full, (run) => run['keystroke'].p95))}`,
      `search ready behind the screens      ${ms(of(full, (run) => run['searchReady']))} after the start; ${ms(full[0]?.['searchReady'])} the first time`,
      `memory of the window                 ${memory.full} MB / ${memory.empty} MB`,
      `import of 10,000 messages            ${ms(take[0]?.['import10000'])}; the same again ${ms(take[0]?.['again10000'])}`,
    ].join('\n'),
  )
}
