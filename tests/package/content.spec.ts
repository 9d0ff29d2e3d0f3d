import { expect, test } from '@playwright/test'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { createPackage } from '@electron/asar'
import { existsSync } from 'node:fs'
import { appendFile, copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { faultsBeside, faultsIn, filesIn } from '../../build/packaging/content.mjs'
import { inspect } from '../../build/packaging/directory.mjs'
import { fuses, readFuses } from '../../build/packaging/fuses.mjs'
import { packages, root, runtimeFolder } from './support/packaged'

const repack = existsSync(path.join(runtimeFolder(), 'otklik-runtime.json')) ? ['this Electron is a third party’s repack'] : []

let folder: string
test.beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'otklik-content-'))))
test.afterEach(() => rm(folder, { recursive: true, force: true }))

test('what ships consists of what it may consist of, its fuses are set, its size is said', async () => {
  const { faults, bytes, asarBytes, files } = await inspect(packages().asShipped, { root, runtime: runtimeFolder() })
  console.log(`packaged program: ${(bytes / 1e6).toFixed(1)} MB in all, ${(asarBytes / 1e6).toFixed(1)} MB of them its own ${files} files`)
  expect(faults).toEqual(repack)
})

test('the fuses are read back from the executable as they were wanted, and another setting is seen', async () => {
  expect(await readFuses(packages().asShipped.executable)).toEqual(fuses)
  const other = path.join(folder, 'otklik')
  await copyFile(packages().asShipped.executable, other)
  await flipFuses(other, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true })
  expect((await inspect({ ...packages().asShipped, executable: other }, { root, runtime: runtimeFolder() })).faults).toEqual([...repack, 'the fuse runAsNode is not off'])
})

test('a file planted into the asar of the shipped program is found', async () => {
  const app = path.join(folder, 'app')
  await cp(packages().asShipped.stage, app, { recursive: true })
  await writeFile(path.join(app, 'electron', 'main.js.map'), '{}')
  await appendFile(path.join(app, 'electron', 'main.js'), '\n//# sourceMappingURL=main.js.map\n')
  const asar = path.join(folder, 'app.asar')
  await createPackage(app, asar)
  expect(faultsIn(await filesIn(asar), root)).toEqual(['electron/main.js.map does not belong into the program', 'electron/main.js contains a map of sources'])
})

test('what is planted beside the asar, and a licence that is gone, are found', async () => {
  const beside = path.join(folder, 'program')
  await mkdir(path.join(beside, 'resources'), { recursive: true })
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html', 'notes.txt', 'resources/app.asar', 'resources/app-update.yml']) await writeFile(path.join(beside, name), '')
  expect(faultsBeside(beside, runtimeFolder())).toEqual(['notes.txt does not belong beside the program', 'resources/app-update.yml does not belong beside the program', 'LICENSES.packages.txt is lacking'])
})

test('the licences of others lie beside the program, those of React and of the fonts among them', async () => {
  const text = await readFile(path.join(packages().asShipped.folder, 'LICENSES.packages.txt'), 'utf8')
  for (const title of [/^react 19\.\S+ \(MIT\)$/m, /^rxdb \S+ \(Apache-2\.0\)$/m, /^@fontsource\/roboto \S+ \(OFL-1\.1\)$/m, /^Apache License/m, /SIL OPEN FONT LICENSE/i]) expect(text).toMatch(title)
})
