import { rmSync } from 'node:fs'
import path from 'node:path'
import { packagesOfLibraries } from '../setup/systemLibraries.mjs'
import { fuses } from './fuses.mjs'
import { licencesName } from './licences.mjs'

/** The same as in electron/identity.ts: Windows shows notifications only of a program whose shortcut carries this id. */
export const appId = 'ru.otklik.desktop'
export const linkScheme = 'otklik'
/** Letters that every file system, shell and registry takes; people read the product's name in the menu and the title. */
export const executableName = 'otklik'
const shown = 'Отклик'
const synopsis = 'Работа с сообщениями граждан на официальных страницах'
const description = 'Приём, пересылка, ответы и сроки по порядку работы с сообщениями в социальных сетях. Работает без сети; данные остаются на компьютере и сервере района.'

/** Versions of electron-builder's own tools, downloaded when an installer is made. */
export const toolsets = /** @type {const} */ ({ appimage: '1.0.3', nsis: '1.2.1' })

/**
 * electron-builder's configuration.
 * @param {object} what
 * @param {string} what.root the project's folder
 * @param {'linux' | 'win32'} what.platform
 * @param {string} what.output folder for what is made
 * @param {string} what.licences the file of others' licences
 * @param {string} what.electron folder, or zip, of Electron's binary
 * @param {string} what.electronVersion
 * @param {string} what.maintainer of the package, `Name <mail>`
 * @returns {import('electron-builder').Configuration}
 */
export function configuration({ root, platform, output, licences, electron, electronVersion, maintainer }) {
  const ours = path.join(root, 'build', 'packaging')
  return {
    appId,
    // On Linux the folder below /opt is named by this.
    productName: platform === 'win32' ? shown : executableName,
    executableName,
    copyright: shown,
    artifactName: `${executableName}-\${version}-\${arch}.\${ext}`,
    directories: { output, buildResources: ours },
    files: ['**/*'],
    asar: { smartUnpack: false },
    extraFiles: [{ from: licences, to: licencesName }],
    electronDist: electron,
    electronVersion,
    electronLanguages: ['ru', 'en-US'],
    electronFuses: { ...fuses },
    // Of a folder given by hand electron-builder takes nothing away; this one starts programs by folder, and ours is an asar.
    afterExtract: ({ appOutDir }) => rmSync(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    npmRebuild: false,
    // No update is looked for anywhere: the program knows no address of ours.
    publish: null,
    toolsets,
    protocols: [{ name: shown, schemes: [linkScheme] }],
    linux: {
      icon: path.join(ours, 'icons'),
      category: 'Office',
      synopsis,
      description: synopsis,
      maintainer,
      vendor: maintainer,
      syncDesktopName: true,
      desktop: { entry: { Name: shown, GenericName: 'Сообщения граждан', Keywords: 'обращения;сообщения;комментарии;685-п;', StartupNotify: 'true' } },
      // Chromium's sandbox stays on: electron-builder's default for AppImage would switch it off.
      executableArgs: [],
    },
    deb: {
      depends: packagesOfLibraries(),
      recommends: ['fonts-dejavu-core', 'gnome-keyring | kwalletmanager'],
      packageCategory: 'utils',
      priority: 'optional',
      description,
      afterInstall: path.join(ours, 'after-install.tpl'),
      fpm: [`${licences}=/usr/share/doc/${executableName}/copyright`],
    },
    win: { icon: path.join(ours, 'icon.ico'), requestedExecutionLevel: 'asInvoker' },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['ru_RU'],
      language: '1049',
      createStartMenuShortcut: true,
      createDesktopShortcut: true,
      shortcutName: shown,
      uninstallDisplayName: `${shown} \${version}`,
      // Citizens' messages are erased by a person who means it, not by taking the program off.
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      include: path.join(ours, 'installer.nsh'),
    },
  }
}
