import { expect, test } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Launched } from './support/launch'
import { ask, launch, removeDataFolder } from './support/launch'

let program: Launched

test.beforeEach(async () => {
  program = await launch()
})
test.afterEach(async () => {
  await program.kill9()
  await removeDataFolder(program.dataFolder)
})

const inPage = <T>(script: string) => program.page.evaluate(script) as Promise<T>
const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81'

test('an attached file comes back byte for byte, also after a kill', async () => {
  expect(await inPage("window.otklik.call('attachments.put', { name: 'снимок.png', bytes: new Uint8Array([1, 2, 3]) })")).toEqual({ ok: true, value: { sha256, size: 3, name: 'снимок.png' } })
  const folder = program.dataFolder
  await program.kill9()
  program = await launch({ dataFolder: folder })
  expect(await inPage(`window.otklik.call('attachments.read', { sha256: '${sha256}' }).then(({ value }) => [value instanceof Uint8Array, ...value])`)).toEqual([true, 1, 2, 3])
  expect(await ask(program.page, 'attachments.erase', { sha256 })).toMatchObject({ ok: true })
  expect(await ask(program.page, 'attachments.read', { sha256 })).toMatchObject({ ok: false, error: { reason: 'absent' } })
})

test('a file of 20 MB goes through the bridge; one byte more is refused in Russian', async () => {
  expect(await inPage("window.otklik.call('attachments.put', { name: 'a', bytes: new Uint8Array(20 * 1024 * 1024) })")).toMatchObject({ ok: true, value: { size: 20 * 1024 * 1024 } })
  expect(await inPage("window.otklik.call('attachments.put', { name: 'a', bytes: new Uint8Array(20 * 1024 * 1024 + 1) })")).toMatchObject({ ok: false, error: { reason: 'tooLarge' } })
})

test('a file is saved where the dialog says, and opened with its name and size', async () => {
  const file = path.join(program.dataFolder, 'выгрузка.csv')
  await program.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  const filters = [{ name: 'Таблица', extensions: ['csv'] }]
  expect(await ask(program.page, 'files.save', { suggestedName: 'выгрузка.csv', filters, content: 'а;б\n' })).toEqual({ ok: true, value: { path: file } })
  expect(await readFile(file, 'utf8')).toBe('а;б\n')
  await writeFile(file, 'в;г\n')
  expect(await inPage(`window.otklik.call('files.open', { filters: ${JSON.stringify(filters)}, multiple: false, maxBytes: 1000 }).then(({ value: [f] }) => [f.name, f.size, new TextDecoder().decode(f.bytes)])`)).toEqual([
    'выгрузка.csv',
    6,
    'в;г\n',
  ])
  expect(await ask(program.page, 'files.open', { filters, multiple: false, maxBytes: 3 })).toMatchObject({ ok: false, error: { reason: 'tooLarge' } })
})

test('a text goes to the clipboard with its formatted form', async () => {
  expect(await ask(program.page, 'clipboard.write', { text: 'Ответ', html: '<p><b>Ответ</b></p>' })).toEqual({ ok: true, value: undefined })
  expect(await program.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Ответ')
  await ask(program.page, 'clipboard.write', { text: 'Другой' })
  expect(await program.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Другой')
})

test('without a keyring no secret is stored, and that is said', async () => {
  const available = await ask(program.page, 'secrets.available')
  const kept = await ask(program.page, 'secrets.set', { name: 'server', value: 'пароль' })
  if ((available as { value: boolean }).value) expect(kept).toEqual({ ok: true, value: undefined })
  else {
    const message = 'Системное хранилище паролей недоступно: пароль не сохранён, программа спросит его при следующем запуске'
    expect(kept).toEqual({ ok: false, error: { reason: 'unavailable', message } })
  }
  expect(await ask(program.page, 'secrets.has', { name: 'server' })).toEqual(available)
})
