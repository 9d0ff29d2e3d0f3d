import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Licences under which a package may be part of what is handed out, texts included. Another one is a person's decision. */
const accepted = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'])

/** MIT packages that bring no text of it: the standard text under their authors' names. */
const withoutText = new Set(['@nodable/entities', 'event-reduce-js'])

const mit = (/** @type {string} */ holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`

/**
 * The folders of the packages that files of a bundle come from, nested ones included.
 * @param {readonly string[]} sources paths with forward slashes
 */
export function packageFolders(sources) {
  const folders = sources.flatMap((file) => {
    const inside = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)
    return inside === null ? [] : [inside[0]]
  })
  return [...new Set(folders)].sort()
}

/**
 * What the licences of others oblige us to hand on: of each package that something of is in the bundles, its licence and notice.
 * @param {string} root
 * @param {readonly string[]} sources the bundles' files, by their paths from `root`
 * @returns {{ text: string, packages: number, problems: readonly string[] }} a problem keeps the program from being packaged
 */
export function thirdPartyLicences(root, sources) {
  /** @type {string[]} */
  const problems = []
  const chapters = packageFolders(sources).map((inside) => {
    const folder = path.join(root, inside)
    /** @type {{ name: string, version: string, license?: string, author?: string | { name: string } }} */
    const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    if (license === undefined || !accepted.has(license)) problems.push(`${name} ${version} is under ${license ?? 'no licence'}, which nobody has accepted yet`)
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file)).sort()
    const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'))
    if (texts.length === 0 && license === 'MIT' && withoutText.has(name)) texts.push(mit(typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)))
    if (texts.length === 0) problems.push(`${name} ${version} brings no text of its licence`)
    return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n\n${texts.map((text) => text.trim().replaceAll('\r\n', '\n')).join('\n\n')}\n`
  })
  const head = 'Отклик contains parts of the following packages. Electron and Chromium have files of their own beside this one.\n'
  return { text: [head, ...chapters].join('\n'), packages: chapters.length, problems }
}

/** The name of that file beside the executable. */
export const licencesName = 'LICENSES.packages.txt'

/** @param {string} folder @returns {readonly string[]} which of the licence files that must be handed on are not in it */
export const missingLicences = (folder) => [licencesName, 'LICENSE.electron.txt', 'LICENSES.chromium.html'].filter((name) => !existsSync(path.join(folder, name)))
