import { createRequire } from 'node:module'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appId, configuration, linkScheme } from '../../../build/packaging/configuration.mjs'
import { faultsIn } from '../../../build/packaging/content.mjs'
import { builderTools, installers, lackOfTools } from '../../../build/packaging/installers.mjs'
import { packageFolders, thirdPartyLicences } from '../../../build/packaging/licences.mjs'
import { trimmedManifest } from '../../../build/packaging/stage.mjs'
import { root } from '../../../build/setup/paths.mjs'
import { appUserModelId, linkScheme as heardScheme } from '../../../electron/identity'

const projectManifest = async () => JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>

let folder: string
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'otklik-packaging-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('what is handed out', () => {
  const good = ['electron/main.js', 'electron/preload.js', 'electron/icons/icon.png', 'renderer/index.html', 'renderer/main.js', 'renderer/fonts.css', 'renderer/chunks/chunk-ABC.js', 'renderer/assets/roboto-400-X.woff2']
  const files = async () => [
    { name: 'package.json', content: Buffer.from(JSON.stringify(trimmedManifest(await projectManifest(), { forTestsOnly: false }))) },
    ...good.map((name) => ({ name, content: Buffer.from('x') })),
  ]

  it('is the bundles and a manifest', async () => expect(faultsIn(await files(), root)).toEqual([]))

  it.each(['electron/main.ts', 'electron/main.js.map', 'renderer/chunks/a.js.map', 'tests/unit/a.test.js', 'node_modules/react/index.js', '.env', 'README.md', 'electron/icons/icon.svg', 'renderer/assets/cases.json', 'renderer/../.env'])(
    'is not %s',
    async (name) => expect(faultsIn([...(await files()), { name, content: Buffer.from('') }], root)).toEqual([`${name} does not belong into the program`]),
  )

  it.each([
    ['//# sourceMappingURL=main.js.map', 'a map of sources'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
    [`"ghp_${'a'.repeat(36)}"`, 'a token'],
    ['//registry.example.org/:_authToken=x', 'a token'],
    ['"https://admin:secret@couch.example.org/"', 'an address with a password'],
    ['require("../node_modules/react/index.js")', 'a path of a package'],
    [JSON.stringify(path.join(root, 'electron', 'main.ts')), 'a path of this machine'],
  ])('does not say %s', async (words, what) => {
    const changed = (await files()).map((file) => (file.name === 'electron/main.js' ? { ...file, content: Buffer.from(`a()\n${words}\n`) } : file))
    expect(faultsIn(changed, root)).toEqual([`electron/main.js contains ${what}`])
  })

  it('lacks no page and names no dependencies', async () => {
    const changed = (await files()).filter(({ name }) => name !== 'renderer/index.html' && name !== 'package.json')
    const manifest = { name: 'package.json', content: Buffer.from(JSON.stringify(await projectManifest())) }
    expect(faultsIn([manifest, ...changed], root)).toEqual(['renderer/index.html is lacking', 'package.json names dependencies or scripts'])
  })

  it('names itself as its desktop file does, and only the test’s package may be driven', async () => {
    const manifest = await projectManifest()
    expect(trimmedManifest(manifest, { forTestsOnly: false })).toEqual({ name: 'otklik', productName: 'Отклик', version: manifest['version'], description: manifest['description'], main: 'electron/main.js', desktopName: 'otklik.desktop' })
    expect(trimmedManifest(manifest, { forTestsOnly: true })).toMatchObject({ forTestsOnly: true })
  })
})

describe('licences of others', () => {
  const lay = async (name: string, manifest: object, licence: string | null) => {
    const where = path.join(folder, 'node_modules', name)
    await mkdir(where, { recursive: true })
    await writeFile(path.join(where, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
    if (licence !== null) await writeFile(path.join(where, 'LICENSE.md'), licence)
    return `node_modules/${name}/index.js`
  }

  it('are found by the files that are in the bundles, scopes and nested packages included', () =>
    expect(packageFolders(['electron/main.ts', 'node_modules/a/x.js', 'node_modules/a/y.js', 'node_modules/@s/b/z.js', 'node_modules/a/node_modules/c/i.js'])).toEqual(['node_modules/@s/b', 'node_modules/a', 'node_modules/a/node_modules/c']))

  it('come with their texts', async () => {
    const { text, packages, problems } = thirdPartyLicences(folder, [await lay('one', { license: 'MIT' }, 'The text of one'), await lay('@s/two', { license: 'Apache-2.0' }, 'The text of two'), 'electron/main.ts'])
    expect({ packages, problems }).toEqual({ packages: 2, problems: [] })
    expect(text).toMatch(/@s\/two 1\.0\.0 \(Apache-2\.0\)[^]*The text of two[^]*one 1\.0\.0 \(MIT\)[^]*The text of one/)
  })

  it('that nobody has accepted, and packages without a text, stand in the way', async () => {
    const sources = [await lay('copyleft', { license: 'GPL-3.0-only' }, 'GPL'), await lay('mute', { license: 'MIT' }, null), await lay('none', {}, 'x')]
    expect(thirdPartyLicences(folder, sources).problems).toEqual(['copyleft 1.0.0 is under GPL-3.0-only, which nobody has accepted yet', 'mute 1.0.0 brings no text of its licence', 'none 1.0.0 is under no licence, which nobody has accepted yet'])
  })
})

describe('the installers', () => {
  const { validateConfiguration } = createRequire(createRequire(import.meta.url).resolve('electron-builder'))('app-builder-lib/out/util/config/config') as {
    validateConfiguration: (config: object, log: { isEnabled: boolean; add: () => void }) => Promise<void>
  }
  const made = (platform: 'linux' | 'win32') => configuration({ root, platform, output: folder, licences: 'licences', electron: 'electron', electronVersion: '45.0.0', maintainer: 'Имя <name@example.org>' })

  it.each(['linux', 'win32'] as const)('of %s are described as electron-builder understands it, and look for no update', async (platform) => {
    await validateConfiguration(made(platform), { isEnabled: false, add: () => undefined })
    expect(made(platform)).toMatchObject({ publish: null })
    await expect(validateConfiguration({ ...made(platform), update: 'https://example.org' }, { isEnabled: false, add: () => undefined })).rejects.toThrow('unknown property')
  })

  it('carry the id and the links that the program itself uses', async () => {
    expect({ appId, linkScheme }).toEqual({ appId: appUserModelId, linkScheme: heardScheme })
    const script = await readFile(path.join(root, 'build', 'packaging', 'installer.nsh'), 'utf8')
    expect(script.match(/Software\\Classes\\(\w+)/g)).toEqual(Array(6).fill(`Software\\Classes\\${linkScheme}`))
  })

  it('keep a person’s data when the program is taken off, and ask for whom to install', () =>
    expect(made('win32').nsis).toMatchObject({ deleteAppDataOnUninstall: false, oneClick: false, perMachine: false, allowElevation: true, installerLanguages: ['ru_RU'] }))

  it('say on another system where they are made', async () => {
    const lacks = await Promise.all(installers.filter(({ platform }) => platform === 'linux').map(({ lack }) => lack('win32')))
    expect(lacks.map((lack) => lack?.remedy)).toEqual([expect.stringContaining('Debian'), expect.stringContaining('Linux')])
  })

  it('say which tool is lacking, from where, and what to do; a tool in the cache is enough', async () => {
    const { release, file, variable } = builderTools().appimage
    expect(file).toMatch(/^appimage.*\.tar\.gz$/)
    const env = { ELECTRON_BUILDER_CACHE: folder, ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/', ELECTRON_BUILDER_BINARIES_ALLOW_HTTP: 'true' }
    const before = { ...process.env }
    Object.assign(process.env, env)
    try {
      const lack = await lackOfTools(['appimage'], {})
      expect(lack?.why).toContain(`${file}, a tool of electron-builder, could not be downloaded (127.0.0.1:9:`)
      expect(lack?.remedy).toContain(path.join(folder, release))
      expect(await lackOfTools(['appimage'], { [variable]: folder })).toBeNull()
      await mkdir(path.join(folder, release))
      await writeFile(path.join(folder, release, file), '')
      expect(await lackOfTools(['appimage'], {})).toBeNull()
    } finally {
      process.env = before
    }
  })
})
