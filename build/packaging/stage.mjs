import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../bundle.mjs'
import { SetupFailure } from '../setup/say.mjs'
import { licencesName, thirdPartyLicences } from './licences.mjs'

/**
 * @typedef {object} Stage
 * @property {string} app the folder that becomes the asar
 * @property {string} licences the file of others' licences, which lies beside the executable
 */

/**
 * What of package.json goes into the program: how Electron finds and names it. Everything is bundled, so it depends on nothing.
 * @param {Record<string, unknown>} manifest the project's
 * @param {{ forTestsOnly: boolean }} purpose
 */
export function trimmedManifest({ name, productName, version, description }, { forTestsOnly }) {
  return {
    name,
    productName,
    version,
    description,
    main: 'electron/main.js',
    // The desktop file's name: by it a Linux desktop knows whose window and whose links these are.
    desktopName: `${name}.desktop`,
    ...(forTestsOnly ? { forTestsOnly } : {}),
  }
}

/**
 * Builds the program as it is handed out, minified and without maps, into a folder with nothing else in it.
 * @param {{ root: string, into: string, forTestsOnly: boolean }} options
 * @returns {Promise<Stage>}
 */
export async function stage({ root, into, forTestsOnly }) {
  rmSync(into, { recursive: true, force: true })
  const app = path.join(into, 'app')
  mkdirSync(app, { recursive: true })
  const sources = await bundle({ root, out: app, minify: true })
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  writeFileSync(path.join(app, 'package.json'), `${JSON.stringify(trimmedManifest(manifest, { forTestsOnly }), null, 2)}\n`)
  const { text, problems } = thirdPartyLicences(root, sources)
  if (problems.length > 0) {
    throw new SetupFailure(`licences of others stand in the way:\n${problems.join('\n')}`, 'read the licence; accept it in build/packaging/licences.mjs when it allows handing the program out, or take the package out.')
  }
  const licences = path.join(into, licencesName)
  writeFileSync(licences, text)
  return { app, licences }
}
