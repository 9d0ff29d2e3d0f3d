import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareTools } from '../setup.mjs'
import { root } from '../setup/paths.mjs'
import { runAsEntry } from '../setup/say.mjs'

/** Builds one command of this folder and runs it: `node build/server/launch.mjs <command> [arguments…]`. */
await runAsEntry(async () => {
  await prepareTools()
  const [command = '', ...args] = process.argv.slice(2)
  const { build } = await import('esbuild')
  const outfile = path.join(root, 'out', 'server', `${command}.mjs`)
  await build({ absWorkingDir: root, entryPoints: [`build/server/${command}.ts`], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' })
  const { main } = await import(pathToFileURL(outfile).href)
  return await main(args, root)
})
