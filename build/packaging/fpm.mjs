#!/usr/bin/env node
// Stands in for fpm, which electron-builder downloads to write a .deb: takes the same arguments and lets the system's own
// dpkg-deb do it, so that a package can be made and tested without a network.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

process.umask(0o022)

// An argument that is not known here ends in an error: another electron-builder must not lose a part of the package unseen.
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    s: { type: 'string', short: 's' },
    t: { type: 'string', short: 't' },
    d: { type: 'string', short: 'd', multiple: true, default: [] },
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    'deb-recommends': { type: 'string', multiple: true, default: [] },
    'deb-compression': { type: 'string', default: 'xz' },
    'deb-priority': { type: 'string', default: 'optional' },
    architecture: { type: 'string' },
    'after-install': { type: 'string' },
    'after-remove': { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string' },
    package: { type: 'string' },
    name: { type: 'string' },
    maintainer: { type: 'string' },
    vendor: { type: 'string' },
    url: { type: 'string' },
    category: { type: 'string' },
    license: { type: 'string' },
    iteration: { type: 'string' },
  },
})

/** @param {keyof typeof values} name @returns {string} */
function given(name) {
  const value = values[name]
  if (typeof value !== 'string') throw new Error(`--${name} is needed`)
  return value
}

if (given('s') !== 'dir' || given('t') !== 'deb') throw new Error('Only a .deb of a folder can be made here')

const tree = mkdtempSync(path.join(tmpdir(), 'otklik-deb-'))
try {
  chmodSync(tree, 0o755)
  for (const pair of positionals) {
    const at = pair.lastIndexOf('=')
    const [from, to] = [pair.slice(0, at), path.join(tree, pair.slice(at + 1))]
    mkdirSync(path.dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
  const files = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of files) chmodSync(file, lstatSync(file).mode & 0o111 ? 0o755 : 0o644)
  const bytes = files.reduce((sum, file) => sum + lstatSync(file).size, 0)

  const control = path.join(tree, 'DEBIAN')
  mkdirSync(control)
  const [synopsis = '', ...more] = given('description').split('\n')
  const fields = {
    Package: given('name'),
    Version: values.iteration === undefined ? given('version') : `${given('version')}-${values.iteration}`,
    Architecture: given('architecture'),
    Maintainer: given('maintainer'),
    Section: values.category ?? 'default',
    Priority: given('deb-priority'),
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: /** @type {string[]} */ (values.d).join(', '),
    Recommends: /** @type {string[]} */ (values['deb-recommends']).join(', '),
    ...(given('url').endsWith('.invalid') ? {} : { Homepage: given('url') }),
    Description: [synopsis.trim(), ...more.map((line) => ` ${line.trim() === '' ? '.' : line.trim()}`)].join('\n'),
  }
  writeFileSync(path.join(control, 'control'), Object.entries(fields).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\n`).join(''))
  const sums = files.map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${path.relative(tree, file)}\n`)
  writeFileSync(path.join(control, 'md5sums'), sums.sort().join(''))
  for (const [script, from] of /** @type {const} */ ([['postinst', 'after-install'], ['postrm', 'after-remove']])) {
    writeFileSync(path.join(control, script), readFileSync(given(from)), { mode: 0o755 })
  }
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${given('deb-compression')}`, '--build', tree, given('package')], { stdio: ['ignore', 'ignore', 'inherit'] })
} finally {
  rmSync(tree, { recursive: true, force: true })
}
