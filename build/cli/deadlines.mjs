import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** What prepares the tools talks on stdout; here stdout is for the result alone. */
async function prepare() {
  const setup = path.join(root, 'build', 'setup.mjs')
  if (!existsSync(setup)) return
  const write = process.stdout.write
  process.stdout.write = /** @type {typeof write} */ (process.stderr.write.bind(process.stderr))
  try {
    const { prepareTools } = await import(pathToFileURL(setup).href)
    await prepareTools()
  } finally {
    process.stdout.write = write
  }
}

async function load() {
  const { build } = await import('esbuild')
  const built = await build({
    absWorkingDir: root,
    entryPoints: ['build/cli/deadlines/main.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    legalComments: 'none',
  })
  const code = built.outputFiles[0]?.contents ?? new Uint8Array()
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
}

await prepare()
const { main } = await load()
process.exitCode = main(process.argv.slice(2))
