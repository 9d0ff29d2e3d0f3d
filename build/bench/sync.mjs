import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareTools } from '../setup.mjs'
import { root } from '../setup/paths.mjs'
import { runAsEntry } from '../setup/say.mjs'

// `npm run bench:sync -- [events]`, with COUCHDB_URL for a real server; the trial server is used without it.
await runAsEntry(async () => {
  await prepareTools()
  const { build } = await import('esbuild')
  const outfile = path.join(root, 'out', 'bench-sync.mjs')
  await build({ absWorkingDir: root, entryPoints: ['build/bench/sync/main.ts'], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' })
  const { main } = await import(pathToFileURL(outfile).href)
  return await main(process.argv.slice(2), root)
})
