import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bundleBenchWindow } from '../../build/bench/storage/bundle.mjs'
import { command, newDataFolder, removeDataFolder, root } from './support/launch'

/** The real storage of the real Chromium, without screens: what it says it has stored must outlive kill −9 at any moment. */

const now = Date.UTC(2026, 10, 24, 3)
let program: string
let data: string

test.beforeAll(async () => {
  program = await mkdtemp(path.join(tmpdir(), 'otklik-storage-'))
  await bundleBenchWindow(root, program, 'storage')
})
test.afterAll(() => rm(program, { recursive: true, force: true }))
test.beforeEach(async () => {
  data = await newDataFolder()
})
test.afterEach(() => removeDataFolder(data))

interface Told {
  readonly cases?: readonly string[]
  readonly event?: string
  readonly draft?: string
  readonly typed?: string
  readonly failure?: string
  readonly lost?: readonly string[]
  readonly drafts?: Readonly<Record<string, string>>
  readonly check?: { readonly events: number; readonly findings: number; readonly chains: number; readonly mended: number }
}

/** Runs the storage window on a job; `hear` may end it by returning true. */
async function run(job: object, hear: (told: Told) => boolean): Promise<void> {
  const file = path.join(program, 'job.json')
  await writeFile(file, JSON.stringify({ now, closed: 0, open: 0, ...job }))
  const { executable, args } = command()
  const child = spawn(executable, [...args.slice(0, -1), `--user-data-dir=${data}`, program, file], { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('BENCH ')) continue
    // The whole group of processes at once: the one that writes the database is not the one that was started.
    if (hear(JSON.parse(line.slice(6)) as Told) && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  await ended
}

test('kill −9 in the middle of commits: nothing that was acknowledged is lost, and the journal is whole', async () => {
  test.setTimeout(240_000)
  const cases: string[] = []
  const events: string[] = []
  const drafts = new Map<string, string>()
  // At each round the kill comes at another place of the stream of writes.
  for (const [seed, killAfter] of [37, 90, 151, 203].entries()) {
    let heard = 0
    await run({ do: 'work', seed: seed + 1 }, (told) => {
      expect(told.failure).toBeUndefined()
      cases.push(...(told.cases ?? []))
      if (told.event !== undefined) events.push(told.event)
      if (told.draft !== undefined && told.typed !== undefined) drafts.set(told.draft, told.typed)
      heard += told.cases?.length ?? 1
      return heard >= killAfter
    })
  }
  expect(cases.length).toBeGreaterThan(80)
  let verdict: Told = {}
  await run({ do: 'verify', cases, events }, (told) => {
    if (told.lost !== undefined || told.failure !== undefined) verdict = told
    return false
  })
  expect(verdict).toMatchObject({ lost: [], check: { findings: 0, chains: 0, mended: 0 } })
  expect(verdict.check?.events).toBeGreaterThanOrEqual(cases.length + events.length)
  // A later text than the acknowledged one may be there: it was on its way when the program was killed.
  for (const [key, typed] of drafts) expect(turnOf(verdict.drafts?.[key])).toBeGreaterThanOrEqual(turnOf(typed))
})

const turnOf = (typed: string | undefined): number => Number(typed?.split(' ')[0] ?? -1)
