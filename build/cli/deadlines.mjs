import { loadTypeScript } from '../loadTypeScript.mjs'
import { prepareTools } from '../setup.mjs'
import { runAsEntry } from '../setup/say.mjs'

/** What prepares the tools talks on stdout; here stdout is for the result alone. */
async function prepareQuietly() {
  const write = process.stdout.write
  process.stdout.write = /** @type {typeof write} */ (process.stderr.write.bind(process.stderr))
  try {
    await prepareTools()
  } finally {
    process.stdout.write = write
  }
}

await runAsEntry(async () => {
  await prepareQuietly()
  const { main } = await loadTypeScript('build/cli/deadlines/main.ts')
  return main(process.argv.slice(2))
})
