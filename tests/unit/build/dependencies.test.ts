import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureDependencies, reasonToInstall, remedyFor, sameTree } from '../../../build/setup/dependencies.mjs'

let root: string
beforeEach(async () => (root = await mkdtemp(path.join(tmpdir(), 'otklik-deps-'))))
afterEach(() => rm(root, { recursive: true, force: true }))

const lock = (packages: Record<string, object>) => JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'otklik' }, ...packages } })
const record = (packages: Record<string, object>) => JSON.stringify({ lockfileVersion: 3, packages })

async function lay(wanted: Record<string, object>, installed: Record<string, object> | null) {
  await writeFile(path.join(root, 'package-lock.json'), lock(wanted))
  if (installed === null) return
  await mkdir(path.join(root, 'node_modules'), { recursive: true })
  await writeFile(path.join(root, 'node_modules', '.package-lock.json'), record(installed))
}

const a1 = { 'node_modules/a': { version: '1.0.0' } }
const a2 = { 'node_modules/a': { version: '2.0.0' } }

describe('whether npm ci is needed', () => {
  it('is, without node_modules', async () => {
    await lay(a1, null)
    expect(reasonToInstall(root)).toContain('absent')
  })

  it('is, when an installation was cut short and npm wrote no record', async () => {
    await lay(a1, null)
    await mkdir(path.join(root, 'node_modules', 'a'), { recursive: true })
    expect(reasonToInstall(root)).toContain('incomplete')
  })

  it('is, when the lock has changed since', async () => {
    await lay(a1, a1)
    expect(reasonToInstall(root)).toBeNull()
    await lay(a2, a1)
    expect(reasonToInstall(root)).toContain('changed')
  })

  it('is not, when npm install by hand has made the same tree, and that is remembered', async () => {
    await lay(a1, a1)
    expect(reasonToInstall(root)).toBeNull()
    expect(existsSync(path.join(root, 'node_modules', '.otklik-lock-hash'))).toBe(true)
    expect(reasonToInstall(root)).toBeNull()
  })

  it('is not, for an optional package of another platform', () => {
    const wanted = { packages: { '': {}, ...a1, 'node_modules/win-only': { version: '1.0.0', optional: true } } }
    expect(sameTree(wanted, { packages: a1 })).toBe(true)
  })

  it('is, for an optional package in another version, and for one too many', () => {
    const optional = (version: string) => ({ 'node_modules/o': { version, optional: true } })
    expect(sameTree({ packages: optional('1.0.0') }, { packages: optional('1.1.0') })).toBe(false)
    expect(sameTree({ packages: a1 }, { packages: { ...a1, 'node_modules/left-over': { version: '1.0.0' } } })).toBe(false)
  })
})

describe('npm ci', () => {
  it('runs once and is remembered by the hash of the lock', async () => {
    await lay(a1, null)
    let runs = 0
    const runNpm = async () => {
      runs += 1
      await lay(a1, a1)
      return { code: 0, output: '' }
    }
    await ensureDependencies(root, runNpm)
    await ensureDependencies(root, runNpm)
    expect(runs).toBe(1)
    expect(await readFile(path.join(root, 'node_modules', '.otklik-lock-hash'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('that fails says what to do, and is tried again next time', async () => {
    await lay(a1, null)
    const failing = ensureDependencies(root, async () => ({ code: 1, output: 'npm error code ENOTFOUND' }))
    await expect(failing).rejects.toMatchObject({ name: 'SetupFailure', remedy: expect.stringContaining('npm config set proxy') as string })
    expect(reasonToInstall(root)).not.toBeNull()
  })

  it.each([
    ['npm error network request failed, reason: connect ECONNREFUSED', 'cannot be reached'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'cafile'],
    ['npm error ENOSPC: no space left on device', 'disk is full'],
    ['npm error EACCES: permission denied, mkdir', 'cannot be written'],
    ['npm error code EINTEGRITY', 'checksum'],
    ['npm error code E404', 'refuses or lacks'],
    ['npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync', 'disagree'],
    ['npm error something new', 'messages of npm above'],
  ])('%s: the remedy speaks of "%s"', (output, words) => {
    expect(remedyFor(output)).toContain(words)
  })
})
