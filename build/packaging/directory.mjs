import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { configuration, executableName } from './configuration.mjs'
import { faultsBeside, faultsIn, filesIn, sizeOf } from './content.mjs'
import { fuses, readFuses } from './fuses.mjs'

/** @typedef {'linux' | 'win32'} TargetPlatform */

/** Who answers for a Debian package, for those who install it. */
export const maintainer = () => process.env['OTKLIK_MAINTAINER'] ?? 'Отклик <otklik@localhost>'

/** @param {TargetPlatform} platform */
async function builderPlatform(platform) {
  const { Platform } = await import('electron-builder')
  return platform === 'win32' ? Platform.WINDOWS : Platform.LINUX
}

/**
 * Runs electron-builder for one target of this machine's architecture.
 * @param {object} what
 * @param {string} what.root the project's folder
 * @param {import('./stage.mjs').Stage} what.stage
 * @param {TargetPlatform} what.platform
 * @param {'dir' | 'deb' | 'AppImage' | 'nsis'} what.target
 * @param {string} what.output
 * @param {string} what.electron folder or zip
 * @param {string} what.electronVersion
 * @param {string} [what.prepackaged] the packaged program to make an installer of
 * @returns {Promise<readonly string[]>} the files made
 */
export async function runBuilder({ root, stage, platform, target, output, electron, electronVersion, prepackaged }) {
  const { Arch, build } = await import('electron-builder')
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64
  const config = configuration({ root, platform, output, licences: stage.licences, electron, electronVersion, maintainer: maintainer() })
  return build({
    projectDir: stage.app,
    targets: (await builderPlatform(platform)).createTarget(target, arch),
    publish: 'never',
    // A Debian package names a page of the program; nobody can be sure of one that works in every district's network.
    config: target === 'deb' ? { ...config, extraMetadata: { homepage: 'https://otklik.invalid' } } : config,
    ...(prepackaged === undefined ? {} : { prepackaged }),
  })
}

/** @param {TargetPlatform} platform */
const folderName = (platform) => `${platform === 'win32' ? 'win' : 'linux'}${process.arch === 'arm64' ? '-arm64' : ''}-unpacked`

/**
 * Makes the program as a folder that runs where it lies: its asar, Electron, the fuses set.
 * @param {object} what
 * @param {string} what.root the project's folder
 * @param {import('./stage.mjs').Stage} what.stage
 * @param {TargetPlatform} what.platform
 * @param {string} what.output
 * @param {string} what.electron folder or zip
 * @param {string} what.electronVersion
 */
export async function makeDirectory({ root, stage, platform, output, electron, electronVersion }) {
  const folder = path.join(output, folderName(platform))
  rmSync(folder, { recursive: true, force: true })
  await runBuilder({ root, stage, platform, target: 'dir', output, electron, electronVersion })
  return { folder, executable: path.join(folder, platform === 'win32' ? `${executableName}.exe` : executableName), asar: path.join(folder, 'resources', 'app.asar') }
}

/**
 * Looks at a packaged program as a stranger would: what is in it, how its fuses are set, how large it is.
 * @param {{ folder: string, executable: string, asar: string }} made
 * @param {{ root: string, runtime: string | null }} from the project, and the folder of Electron; null when that was a zip
 */
export async function inspect({ folder, executable, asar }, { root, runtime }) {
  const files = await filesIn(asar)
  const read = await readFuses(executable)
  const wrongFuses = Object.entries(fuses).filter(([name, wanted]) => read[/** @type {keyof typeof fuses} */ (name)] !== wanted)
  return {
    faults: [...faultsIn(files, root), ...(runtime === null ? [] : faultsBeside(folder, runtime)), ...wrongFuses.map(([name, wanted]) => `the fuse ${name} is not ${wanted ? 'on' : 'off'}`)],
    bytes: sizeOf(folder),
    asarBytes: statSync(asar).size,
    files: files.length,
  }
}
