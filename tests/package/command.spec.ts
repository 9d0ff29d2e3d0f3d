import { expect, test } from '@playwright/test'
import { spawn, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './support/packaged'

let folder: string
test.beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'otklik-command-'))))
test.afterEach(() => rm(folder, { recursive: true, force: true }))

const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A few bytes with the look of this system's official Electron, so that what is made of it is small and is never mistaken for a program. */
async function pretendElectron(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as { version: string }
  const where = path.join(folder, 'electron')
  const executable = process.platform === 'win32' ? 'electron.exe' : 'electron'
  const files = { [executable]: `${fuseWire}\u0001\u000810011010`, 'chrome-sandbox': '', LICENSE: 'MIT', 'LICENSES.chromium.html': 'BSD', version, 'locales/ru.pak': '', 'locales/en-US.pak': '', 'locales/fr.pak': '', 'resources/default_app.asar': '' }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(where, name)), { recursive: true })
    await writeFile(path.join(where, name), content)
  }
  await chmod(path.join(where, executable), 0o755)
  return where
}

/** `npm run package` on a machine whose downloads all fail. */
async function packageInto(output: string, env: Readonly<Record<string, string>>): Promise<{ readonly code: number; readonly said: string }> {
  const command = spawn(process.execPath, [path.join(root, 'build', 'package.mjs'), '--output', output], {
    cwd: root,
    env: {
      ...process.env,
      ELECTRON_BUILDER_CACHE: path.join(folder, 'cache'),
      ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/',
      ELECTRON_BUILDER_BINARIES_ALLOW_HTTP: 'true',
      ...env,
    },
  })
  let said = ''
  for (const stream of [command.stdout, command.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  const [code] = (await once(command, 'close')) as [number]
  return { code, said }
}

const ownPath = process.env['PATH'] ?? ''

/** Where the system has this program; null where it has none. */
const ownProgram = (name: string): string | null =>
  ownPath.split(path.delimiter).filter((each) => each !== '').map((each) => path.join(each, name)).find((file) => existsSync(file)) ?? null

/** A folder for PATH with that program, a script of `sh`: of the system these tests ask nothing else, and npm. */
async function folderWith(name: string, script: string): Promise<string> {
  const bin = path.join(folder, 'bin')
  await mkdir(bin)
  await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return bin
}

const firstOf = (bin: string): string => `${bin}${path.delimiter}${ownPath}`

// Windows' Electron gets our icon and version written into it, which what only looks like one does not bear; there content.spec.ts and
// hardened.spec.ts look at the real one, and unit/build/packaging.test.ts at what is said of the rest.
if (process.platform === 'linux') {
  test('makes what can be made here, says of the rest what is lacking, and ends well', async () => {
    const output = path.join(folder, 'dist')
    // electron-builder asks npm; whatever else the system has is out of sight.
    const PATH = await folderWith('npm', `PATH='${ownPath}' exec npm "$@"`)
    const { code, said } = await packageInto(output, { ELECTRON_OVERRIDE_DIST_PATH: await pretendElectron(), PATH })
    expect(said).toMatch(/^made {6}program folder for Linux: \S+linux-unpacked, \d+\.\d MB$/m)
    expect(said).toMatch(/^not made {2}Debian package \(\.deb\): there is no dpkg-deb here\.\n {10}What to do: make it on Debian/m)
    expect(said).toMatch(/^not made {2}AppImage: .* could not be downloaded \(127\.0\.0\.1:9: .*\)\.\n {10}What to do: .*ELECTRON_BUILDER_BINARIES_MIRROR/m)
    expect(said).toMatch(/^not made {2}Windows installer \(NSIS\): there is no wine here.*\n {10}What to do: /m)
    expect(code).toBe(0)
    expect(existsSync(path.join(output, 'linux-unpacked', 'resources', 'default_app.asar'))).toBe(false)
    expect(existsSync(path.join(output, 'linux-unpacked', 'locales', 'fr.pak'))).toBe(false)
  })

  test('hands dpkg-deb a whole package', async () => {
    const [tree, said] = [path.join(folder, 'tree'), path.join(folder, 'arguments')]
    const own = ownProgram('dpkg-deb')
    // What it is given is kept; a system that has one makes the package of it too.
    const PATH = firstOf(await folderWith('dpkg-deb', `cp -a "$4" '${tree}' && printf '%s\\n' "$1" "$2" "$3" > '${said}' && ${own === null ? 'echo stand-in > "$5"' : `exec '${own}' "$@"`}`))
    const ran = await packageInto(path.join(folder, 'dist'), { ELECTRON_OVERRIDE_DIST_PATH: await pretendElectron(), OTKLIK_MAINTAINER: 'Отдел связи <it@example.org>', PATH })
    expect(ran.code).toBe(0)
    expect((await readFile(said, 'utf8')).split('\n')).toEqual(['--root-owner-group', '-Zxz', '--build', ''])
    const [, file = ''] = /^made {6}Debian package \(\.deb\): (\S+\.deb), /m.exec(ran.said) ?? []
    expect(existsSync(file)).toBe(true)
    if (own !== null) expect(execFileSync(own, ['--field', file], { encoding: 'utf8' })).toMatch(/^Package: otklik$/m)

    const control = await readFile(path.join(tree, 'DEBIAN', 'control'), 'utf8')
    expect(control).toMatch(/^Package: otklik$/m)
    expect(control).toMatch(/^Maintainer: Отдел связи <it@example\.org>$/m)
    expect(control).toMatch(/^Depends: .*libgtk-3-0t64 \| libgtk-3-0.*libnss3.*xdg-utils$/m)
    expect(control).toMatch(/^Description: Работа с сообщениями граждан/m)
    expect(control).not.toContain('Homepage')
    const desktop = await readFile(path.join(tree, 'usr', 'share', 'applications', 'otklik.desktop'), 'utf8')
    for (const line of ['Name=Отклик', 'Exec=/opt/otklik/otklik %U', 'Icon=otklik', 'MimeType=x-scheme-handler/otklik;', 'Categories=Office;', 'StartupWMClass=otklik']) expect(desktop.split('\n')).toContain(line)
    expect(existsSync(path.join(tree, 'usr', 'share', 'icons', 'hicolor', '256x256', 'apps', 'otklik.png'))).toBe(true)
    expect(await readFile(path.join(tree, 'usr', 'share', 'doc', 'otklik', 'copyright'), 'utf8')).toMatch(/^react 19/m)
    const script = await readFile(path.join(tree, 'DEBIAN', 'postinst'), 'utf8')
    expect(script).toContain("home='/opt/otklik'")
    expect(script).not.toContain('${executable}')
    execFileSync('sh', ['-n', path.join(tree, 'DEBIAN', 'postinst')])
  })

  test('ends with an error only when what should work has failed', async () => {
    const PATH = firstOf(await folderWith('dpkg-deb', 'echo "no space left" >&2\nexit 1'))
    const { code, said } = await packageInto(path.join(folder, 'dist'), { ELECTRON_OVERRIDE_DIST_PATH: await pretendElectron(), PATH })
    expect(said).toMatch(/^made {6}program folder/m)
    expect(said).toMatch(/^FAILED {4}Debian package \(\.deb\): /m)
    expect(code).toBe(1)
  })
}

test('makes nothing of a third party’s repack of Electron', async () => {
  const electron = await pretendElectron()
  await writeFile(path.join(electron, 'otklik-runtime.json'), JSON.stringify({ origin: 'npm', package: 'p', version: '1' }))
  const output = path.join(folder, 'dist')
  const { code, said } = await packageInto(output, { ELECTRON_OVERRIDE_DIST_PATH: electron })
  expect(said).toMatch(/^not made {2}program folder, Debian package \(\.deb\), AppImage, Windows installer \(NSIS\): .*third party’s repack of Electron, which is never handed out\.$/m)
  expect(code).toBe(0)
  expect(existsSync(path.join(output, 'linux-unpacked'))).toBe(false)
})
