import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareWindow } from '../setup.mjs'
import { root } from '../setup/paths.mjs'
import { runAsEntry } from '../setup/say.mjs'
import { bundleBenchWindow } from './storage/bundle.mjs'
import { runStorageJob } from './storage/job.mjs'

// `npm run bench:sync -- [events]`, with COUCHDB_URL for a real server; the trial server is used without it.
await runAsEntry(async () => {
  const { runtime, display } = await prepareWindow({ tests: true })
  const { build } = await import('esbuild')
  const outfile = path.join(root, 'out', 'bench-sync.mjs')
  const out = path.join(root, 'out', 'bench-sync')
  await build({ absWorkingDir: root, entryPoints: ['tests/bench/sync/measure.ts'], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' })
  await bundleBenchWindow(root, out, 'sync')
  /** A fresh computer each time. */
  const inWindow = async (/** @type {object} */ job) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'otklik-bench-window-'))
    try {
      return await runStorageJob({ executable: runtime.executable, env: { ...process.env, ...display.env }, out, folder, job })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  try {
    const { main } = await import(pathToFileURL(outfile).href)
    return await main(process.argv.slice(2), root, inWindow)
  } finally {
    display.close()
  }
})
