import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SecretStore } from '../../../electron/secrets/secretStore'
import { SettingsStore } from '../../../electron/settings/settingsStore'
import { autostartEntry } from '../../../electron/settings/startWithSystem'
import { placeOn } from '../../../electron/windows/windowPlace'
import { settingsFile, userSettings, userSettingsPatch, visibleSettings } from '../../../shared/settings/settings'

// What the settings' library asks of Electron when it is made.
const { ipcMain } = await vi.hoisted(async () => ({ ipcMain: new (await import('node:events')).EventEmitter() }))
vi.mock('electron', () => {
  const app = { getPath: () => '/nowhere', getVersion: () => '0.0.0' }
  return { app, ipcMain, shell: {}, default: { app, ipcMain, shell: {} } }
})

let folder: string
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'otklik-settings-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))
const file = () => path.join(folder, 'settings.json')

describe('settings', () => {
  it('begin with their defaults, without a file', () => {
    const store = SettingsStore.open(folder, '1')
    expect(visibleSettings(store.value)).toEqual(userSettings.parse({}))
    expect(store.putAside).toBeNull()
    expect(existsSync(file())).toBe(false)
  })

  it('are there again after being changed', () => {
    const changed = SettingsStore.open(folder, '1').change({ theme: 'dark', window: { x: 5, y: 6, width: 900, height: 700, maximized: true } })
    expect(changed.ok).toBe(true)
    const again = SettingsStore.open(folder, '2').value
    expect(again.theme).toBe('dark')
    expect(again.window).toEqual({ x: 5, y: 6, width: 900, height: 700, maximized: true })
  })

  it.each(['', '{"theme": "dark"', '[]', 'null', '{"theme":"purple"}', '{"window":{"width":-1,"height":0,"maximized":false}}', '{"notifications":{"warnings":{"minutes":"30"}}}'])('%j is put aside whole and told of', async (broken) => {
    await writeFile(file(), broken)
    const store = SettingsStore.open(folder, '77')
    expect(store.putAside).toBe(path.join(folder, 'settings.broken-77.json'))
    expect(await readFile(path.join(folder, 'settings.broken-77.json'), 'utf8')).toBe(broken)
    expect(store.value.theme).toBe('system')
    store.change({ theme: 'light' })
    expect(await readdir(folder)).toEqual(['settings.broken-77.json', 'settings.json'])
  })

  it('of an older program are completed, of a newer one kept', async () => {
    await writeFile(file(), '{"theme":"dark","fromTheFuture":{"a":1}}')
    const store = SettingsStore.open(folder, '1')
    expect(store.putAside).toBeNull()
    store.change({ closeToTray: false })
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ theme: 'dark', closeToTray: false, fromTheFuture: { a: 1 } })
  })

  it('AT1 the default warnings that an older program wrote unasked are nobody’s own, others are', async () => {
    const older = (warnings: object) => JSON.stringify({ theme: 'dark', notifications: { enabled: true, personalData: true, laterMinutes: 20, off: ['published'], warnings } })
    const read = async (warnings: object) => {
      await writeFile(file(), older(warnings))
      const store = SettingsStore.open(folder, '1')
      expect(store.putAside).toBeNull()
      expect(store.value.notifications).toMatchObject({ personalData: true, laterMinutes: 20, off: ['published'] })
      return store
    }
    expect((await read({ half: true, minutes: [30, 10], lastHour: true })).value.notifications.ownWarnings).toBeNull()
    const own = await read({ half: false, minutes: [45], lastHour: true })
    expect(own.value.notifications.ownWarnings).toEqual({ half: false, minutes: [45], lastHour: true })
    own.change({ theme: 'light' })
    expect(SettingsStore.open(folder, '2').value.notifications.ownWarnings).toEqual({ half: false, minutes: [45], lastHour: true })
  })

  it('AT1 who chooses for himself what the order says has chosen', () => {
    const store = SettingsStore.open(folder, '1')
    const ownWarnings = { half: true, minutes: [30, 10], lastHour: true }
    store.change({ notifications: { ...store.value.notifications, ownWarnings } })
    expect(SettingsStore.open(folder, '2').value.notifications.ownWarnings).toEqual(ownWarnings)
  })

  it('changed many times end with the last', () => {
    const store = SettingsStore.open(folder, '1')
    for (let n = 0; n < 30; n++) store.change({ window: { width: 1000 + n, height: 700, maximized: false } })
    expect(SettingsStore.open(folder, '2').value.window.width).toBe(1029)
  })

  it('are on the disk when a change returns, and nobody else may read them', () => {
    const store = SettingsStore.open(folder, '1')
    store.change({ theme: 'light' })
    store.change({ theme: 'dark' })
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ theme: 'dark' })
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('open no channel to the window', () => {
    SettingsStore.open(folder, '1')
    expect(ipcMain.eventNames()).toEqual([])
  })

  it('that cannot be written say why and go on', async () => {
    const store = SettingsStore.open(folder, '1')
    await mkdir(file())
    const refused = store.change({ theme: 'dark' })
    expect(refused.ok).toBe(false)
    await rm(file(), { recursive: true })
    expect(store.change({ theme: 'light' }).ok).toBe(true)
  })

  it('the window may not change its own place, nor what it does not know', () => {
    expect(userSettingsPatch.safeParse({ window: { width: 500, height: 500, maximized: false } }).success).toBe(false)
    expect(userSettingsPatch.safeParse({ theme: 'dark' }).success).toBe(true)
    expect(userSettingsPatch.parse({ theme: 'dark' })).toEqual({ theme: 'dark' })
    expect(Object.keys(visibleSettings(settingsFile.parse({})))).not.toContain('window')
  })
})

describe('secrets', () => {
  const vault = (backend: string, available = true) => ({
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from([...text].reverse().join('')),
    decryptString: (encrypted: Buffer) => [...encrypted.toString()].reverse().join(''),
  })

  it('go in encrypted and come out for the main process', async () => {
    const store = new SecretStore(folder, vault('gnome_libsecret'))
    expect(await store.set('server', 'пароль')).toEqual({ ok: true, value: undefined })
    expect(store.has('server')).toBe(true)
    expect(store.get('server')).toBe('пароль')
    expect(await readFile(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('пароль')
  })

  it.each([
    ['basic_text', true],
    ['unknown', false],
  ])('are not stored without a keyring (%s)', async (backend, available) => {
    const store = new SecretStore(folder, vault(backend, available))
    expect(store.available).toBe(false)
    expect(await store.set('server', 'пароль')).toEqual({ ok: false, error: 'unavailable' })
    expect(existsSync(path.join(folder, 'secrets.json'))).toBe(false)
  })

  it('are deleted one by one', async () => {
    const store = new SecretStore(folder, vault('kwallet6'))
    await store.set('a', '1')
    await store.set('b', '2')
    await store.delete('a')
    expect([store.has('a'), store.has('b'), store.has('toString')]).toEqual([false, true, false])
  })
})

describe('the window’s place', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const left = { x: -1280, y: 0, width: 1280, height: 1024 }
  const size = { width: 1000, height: 700, maximized: false }

  it('is the remembered one', () => expect(placeOn([screen], { ...size, x: 10, y: 20 })).toEqual({ ...size, x: 10, y: 20 }))
  it('on a screen to the left is kept while that screen is there', () => {
    expect(placeOn([screen, left], { ...size, x: -1200, y: 20 })).toEqual({ ...size, x: -1200, y: 20 })
    expect(placeOn([screen], { ...size, x: -1200, y: 20 })).toEqual(size)
  })
  it('below or above every screen is given up', () => {
    expect(placeOn([screen], { ...size, x: 10, y: 2000 })).toEqual(size)
    expect(placeOn([screen], { ...size, x: 10, y: -50 })).toEqual(size)
  })
  it('is not larger than the largest screen', () => expect(placeOn([{ ...screen, width: 1280, height: 720 }], { ...size, width: 3000, height: 2000 })).toMatchObject({ width: 1280, height: 720 }))
})

describe('the start with the system', () => {
  it('is hidden, and a path with spaces and quotes stays one word', () => {
    expect(autostartEntry('/opt/От клик/otk"lik')).toContain('Exec="/opt/От клик/otk\\"lik" --hidden\n')
  })
})
