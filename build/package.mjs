import path from 'node:path'
import { prepareTools } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { SetupFailure, runAsEntry } from './setup/say.mjs'

// `npm run package [-- --output FOLDER]`: makes what can be made here and says of the rest what is lacking. Only what should
// have worked is a failure.
await runAsEntry(async () => {
  const [flag, folder, ...more] = process.argv.slice(2)
  if ((flag !== undefined && (flag !== '--output' || folder === undefined)) || more.length > 0) {
    throw new SetupFailure(`not understood: ${process.argv.slice(2).join(' ')}`, 'npm run package [-- --output FOLDER]   the folder is dist unless named')
  }
  await prepareTools()
  const { inWords, makeEverything } = await import('./packaging/everything.mjs')
  const outcomes = await makeEverything({ root, output: path.resolve(folder ?? path.join(root, 'dist')) })
  console.log(`\n${outcomes.map(inWords).join('\n')}\n`)
  return outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0
})
// Left to itself a library of electron-builder would end every run with 0.
process.exit()
