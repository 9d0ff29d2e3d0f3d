import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { markerName } from '../runtime/npmPackage.mjs'
import { missingLicences } from './licences.mjs'

/** Everything that the asar may consist of. What is not named here is not handed out. */
const allowed = [
  /^package\.json$/,
  /^electron\/(main|preload)\.js$/,
  /^electron\/icons\/[\w-]+\.png$/,
  /^renderer\/index\.html$/,
  /^renderer\/(main|fonts)\.(js|css)$/,
  /^renderer\/chunks\/[\w-]+\.js$/,
  /^renderer\/assets\/[\w-]+\.(woff2|svg|png)$/,
]

const required = ['package.json', 'electron/main.js', 'electron/preload.js', 'electron/icons/icon.png', 'renderer/index.html', 'renderer/main.js', 'renderer/fonts.css']

/** What no file of ours may say, whatever its name. */
const betrayals = [
  { what: 'a map of sources', pattern: /[#@] ?sourceMappingURL=/ },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a token', pattern: /\b(gh[pousr]_\w{30,}|npm_\w{30,}|glpat-[\w-]{20,}|AKIA[0-9A-Z]{16}|xox[abp]-\w{10,})|_authToken/ },
  { what: 'an address with a password', pattern: /\b[a-z][a-z+.-]{1,20}:\/\/[^\s/:@"'`$<>{}\\()]+:[^\s/:@"'`$<>{}\\()]+@/i },
  { what: 'a path of a package', pattern: /(^|[\s"'`/])node_modules\// },
]

/** Paths that only the machine it was built on has. @param {string} root the project's folder */
const ownPaths = (root) => [root, homedir()].filter((folder) => folder.length > 1).flatMap((folder) => [`${folder}/`, `${folder}\\`, `${folder.replaceAll('\\', '\\\\')}\\\\`])

/**
 * @typedef {object} PackedFile
 * @property {string} name path inside the asar, with forward slashes
 * @property {Buffer} content
 */

/** @param {string} asar @returns {Promise<PackedFile[]>} */
export async function filesIn(asar) {
  const { extractFile, listPackage, statFile } = await import('@electron/asar')
  return listPackage(asar, { isPack: false })
    .map((listed) => listed.replace(/^[\\/]/, ''))
    .filter((name) => !('files' in statFile(asar, name)))
    .map((name) => ({ name: name.replaceAll('\\', '/'), content: extractFile(asar, name) }))
}

/** @param {string} folder what will become an asar @returns {PackedFile[]} */
export function filesInFolder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file).replaceAll('\\', '/'), content: readFileSync(file) }))
}

/**
 * What is wrong with what would be handed out; nothing, when it may be.
 * @param {readonly PackedFile[]} files of the asar
 * @param {string} root the project's folder, of which no path may be in them
 * @returns {readonly string[]}
 */
export function faultsIn(files, root) {
  const names = files.map(({ name }) => name)
  const strange = names.filter((name) => !allowed.some((pattern) => pattern.test(name))).map((name) => `${name} does not belong into the program`)
  const lacking = required.filter((name) => !names.includes(name)).map((name) => `${name} is lacking`)
  const own = ownPaths(root)
  const telling = files.flatMap(({ name, content }) => {
    const text = content.toString('latin1')
    const found = betrayals.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${name} contains ${what}`)
    return own.some((folder) => text.includes(Buffer.from(folder).toString('latin1'))) ? [...found, `${name} contains a path of this machine`] : found
  })
  const manifest = files.find(({ name }) => name === 'package.json')
  const dependent = manifest !== undefined && Object.keys(JSON.parse(manifest.content.toString('utf8'))).some((key) => /dependencies|scripts|^build$/i.test(key))
  return [...strange, ...lacking, ...telling, ...(dependent ? ['package.json names dependencies or scripts'] : [])]
}

/**
 * What is wrong beside the asar: something of ours that Electron did not bring, or a licence that is not there.
 * @param {string} folder the packaged program
 * @param {string} runtime Electron's own folder, that it was made from
 * @returns {readonly string[]}
 */
export function faultsBeside(folder, runtime) {
  const electrons = new Set(readdirSync(runtime))
  const ours = new Set(['otklik', 'otklik.exe', 'LICENSE.electron.txt', 'LICENSES.packages.txt', 'resources', 'locales'])
  const strange = readdirSync(folder).filter((name) => !ours.has(name) && (!electrons.has(name) || name === markerName))
  const resources = readdirSync(path.join(folder, 'resources')).filter((name) => name !== 'app.asar')
  return [
    ...strange.map((name) => (name === markerName ? 'this Electron is a third party’s repack' : `${name} does not belong beside the program`)),
    ...resources.map((name) => `resources/${name} does not belong beside the program`),
    ...missingLicences(folder).map((name) => `${name} is lacking`),
  ]
}

/** @param {string} folder @returns {number} bytes of everything in it */
export function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(path.join(entry.parentPath, entry.name)).size, 0)
}
