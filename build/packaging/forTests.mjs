import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup/paths.mjs'
import { makeDirectory } from './directory.mjs'
import { stage } from './stage.mjs'

// `node build/packaging/forTests.mjs ELECTRON FOLDER`: packages the program twice as `npm run package` does, on whatever
// Electron the tests run on: as it ships, and with the one word in its package.json that lets its test drive it. What was
// made is told in FOLDER/made.json. None of it is ever handed out: the Electron may be a third party's repack.
const [electron = '', output = ''] = process.argv.slice(2)
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
writeFileSync(path.join(output, 'FOR TESTS ONLY.txt'), 'Made by the tests, perhaps on a third party’s repack of Electron. Never to be handed out.\n')

const electronVersion = readFileSync(path.join(electron, 'version'), 'utf8').trim().replace(/^v/, '')
const platform = process.platform === 'win32' ? 'win32' : 'linux'

/** @param {string} name @param {boolean} forTestsOnly */
async function make(name, forTestsOnly) {
  const into = path.join(output, name)
  const staged = await stage({ root, into: path.join(into, 'stage'), forTestsOnly })
  return { ...(await makeDirectory({ root, stage: staged, platform, output: into, electron, electronVersion })), stage: staged.app }
}

const made = { asShipped: await make('as-shipped', false), driven: await make('driven', true) }
writeFileSync(path.join(output, 'made.json'), JSON.stringify(made))
