import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { available, installationFailed, secondsToWait, untranslated, updateLists } from './apt.mjs'
import { run } from './run.mjs'
import { SetupFailure, say, warn } from './say.mjs'

/**
 * Debian's package for each shared library that Electron links to or loads at run time. Where two are named, the first is
 * the one since the 64-bit time_t transition (Debian 13, Ubuntu 24.04), the second the one before.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const packageOfLibrary = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libsmime3.so': ['libnss3'],
  'libnspr4.so': ['libnspr4'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libudev.so.1': ['libudev1'],
  // Loaded at run time, so that ldd does not name them: notifications and the keyring.
  'libnotify.so.4': ['libnotify4'],
  'libsecret-1.so.0': ['libsecret-1-0'],
}
/** What a Debian package of the program depends on: either name of each library, and what opens links. */
export const packagesOfLibraries = () => [...new Set(Object.values(packageOfLibrary).map((names) => names.join(' | '))), 'xdg-utils']

const loadedAtRunTime = ['libnotify.so.4', 'libsecret-1.so.0']

/** @param {string} lddOutput @returns {string[]} */
export function missingInLdd(lddOutput) {
  return [...new Set([...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((found) => /** @type {string} */ (found[1])))]
}

/** @param {string} folder of the runtime */
async function missingLibraries(folder) {
  const binaries = readdirSync(folder).filter((name) => name === 'electron' || /\.so(\.\d+)?$/.test(name))
  const linked = await run('ldd', binaries.map((name) => path.join(folder, name)), { env: { ...untranslated(), LD_LIBRARY_PATH: folder } })
  const known = await run('ldconfig', ['-p'], { env: { ...untranslated(), PATH: `${process.env['PATH']}:/sbin:/usr/sbin` } })
  const dynamic = known.code === 0 ? loadedAtRunTime.filter((name) => !known.output.includes(name)) : []
  return [...missingInLdd(linked.output), ...dynamic]
}

export const onPath = (/** @type {string} */ program) =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, program)))

/** Programs by the package that brings them. @param {{ virtualDisplay: boolean, tests: boolean }} need */
async function missingPrograms(need) {
  /** @type {string[]} */
  const packages = []
  if (need.virtualDisplay && !onPath('Xvfb')) packages.push('xvfb')
  if (need.tests && !onPath('dbus-daemon')) packages.push('dbus-daemon')
  const cyrillic = await run('fc-list', [':lang=ru', 'family'])
  if (cyrillic.code === 127) packages.push('fontconfig', 'fonts-dejavu-core')
  else if (cyrillic.output.trim() === '') packages.push('fonts-dejavu-core')
  return packages
}

function isDebianLike() {
  try {
    return existsSync('/etc/debian_version') || /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return false
    throw failure
  }
}

/**
 * What is run, or printed for a person to run. A machine that has just started is often updating itself: apt waits for its lock.
 * @param {Iterable<string>} packages
 */
export const installLine = (packages) => `apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=${secondsToWait} ${[...packages].join(' ')}`

/**
 * Sees to the system's part: libraries, fonts with Cyrillic, Xvfb. Installs by apt as root, otherwise stops with the line to run.
 * @param {{ runtimeFolder: string, virtualDisplay: boolean, tests: boolean }} need
 */
export async function ensureSystemLibraries({ runtimeFolder, virtualDisplay, tests }) {
  if (process.platform !== 'linux') return
  const libraries = await missingLibraries(runtimeFolder)
  const programs = await missingPrograms({ virtualDisplay, tests })
  if (libraries.length === 0 && programs.length === 0) return

  if (!isDebianLike()) {
    if (libraries.length === 0 && !programs.includes('xvfb')) return warn(`not installed on this system: ${programs.join(', ')}`)
    throw new SetupFailure(
      `this system lacks ${[...libraries, ...programs].join(', ')}`,
      "install them with the system's package manager (on ALT: `apt-get install libgtk+3 libnss libalsa libgbm libnotify4 libsecret xorg-xvfb fonts-ttf-dejavu`; on РЕД ОС: `dnf install gtk3 nss alsa-lib mesa-libgbm libnotify libsecret xorg-x11-server-Xvfb dejavu-sans-fonts`) and repeat the command.",
    )
  }

  const asRoot = process.getuid?.() === 0
  let lists = { ok: true, said: '' }
  if (asRoot) {
    say('Missing in the system, asking apt: reading its lists')
    lists = await updateLists()
    // A mirror of something else may be away, and older lists may do: whether the packages can be had shows below.
    if (!lists.ok) warn(`apt-get update did not succeed, going on with the lists that are there:\n${lists.said.slice(-2000)}`)
  }
  const unknown = libraries.filter((name) => packageOfLibrary[name] === undefined)
  const wanted = new Set(programs)
  for (const library of libraries) {
    const candidates = packageOfLibrary[library]
    if (candidates !== undefined) wanted.add(await available(candidates))
  }
  const line = installLine(wanted)
  if (!asRoot) throw new SetupFailure(`this system lacks ${[...libraries, ...programs].join(', ')}`, `run this line and repeat the command:\n\n    sudo ${line}`)

  say(`Installing from the system's packages: ${[...wanted].join(' ')}`)
  const ran = await run('apt-get', line.split(' ').slice(1), {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    what: 'installing the system packages',
  })
  if (ran.code !== 0) {
    throw new SetupFailure(installationFailed(ran, lists), `mend what apt-get says, run \`${line}\` by hand, and repeat the command.`)
  }
  const still = (await missingLibraries(runtimeFolder)).filter((name) => !loadedAtRunTime.includes(name))
  if (still.length > 0) {
    throw new SetupFailure(`still missing after the installation: ${still.join(', ')}`, `find the packages of these libraries${unknown.length > 0 ? ' (apt-file search NAME)' : ''} and install them.`)
  }
  say('The system has everything the program needs')
}
