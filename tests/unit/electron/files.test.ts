import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attachmentLimit } from '../../../shared/ipc/files'
import { atomicWrite, removeUnfinished } from '../../../electron/files/atomicWrite'
import { AttachmentStore } from '../../../electron/files/attachments'
import { inWords, systemCode } from '../../../electron/files/systemFailure'

const dialog = vi.hoisted(() => ({ showOpenDialog: vi.fn(), showSaveDialog: vi.fn() }))
const shell = vi.hoisted(() => ({ showItemInFolder: vi.fn() }))
vi.mock('electron', () => ({ dialog, shell }))
const { fileHandlers, safeName } = await import('../../../electron/files/fileHandlers')
const { attachmentHandlers } = await import('../../../electron/files/attachmentHandlers')

const bytes = (...values: number[]) => new Uint8Array(values)
const absent = '0'.repeat(64)
const noWindow = () => ({}) as never

let folder: string
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'otklik-files-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('an atomic write', () => {
  it('makes the folder, replaces the whole file and leaves no neighbour', async () => {
    const file = path.join(folder, 'deep', 'down', 'file.txt')
    await atomicWrite(file, 'first, longer')
    await atomicWrite(file, 'second')
    expect(await readFile(file, 'utf8')).toBe('second')
    expect(await readdir(path.dirname(file))).toEqual(['file.txt'])
  })

  it('that fails keeps the old file and leaves no neighbour', async () => {
    const file = path.join(folder, 'folder-in-the-way')
    await atomicWrite(path.join(file, 'inner'), 'kept')
    await expect(atomicWrite(file, 'new')).rejects.toSatisfy((failure) => systemCode(failure) !== null)
    expect(await readdir(folder)).toEqual(['folder-in-the-way'])
    expect(await readFile(path.join(file, 'inner'), 'utf8')).toBe('kept')
  })

  it('of many at once leaves one whole content', async () => {
    const file = path.join(folder, 'file.txt')
    const contents = Array.from({ length: 20 }, (_, n) => String(n).repeat(5000))
    await Promise.all(contents.map((content) => atomicWrite(file, content)))
    expect(contents).toContain(await readFile(file, 'utf8'))
    expect(await readdir(folder)).toEqual(['file.txt'])
  })
})

describe('what a kill left of a write', () => {
  it('is removed at the next start, below too where asked, and nothing else is', async () => {
    const left = '.settings.json.194b0650-4bb8-4e19-beb1-3646efb684b1.tmp'
    for (const file of [left, 'settings.json', '.hidden', 'own.tmp', `ab/${left}`, 'ab/abcd']) await atomicWrite(path.join(folder, file), 'x')
    await removeUnfinished(folder)
    expect((await readdir(folder)).sort()).toEqual(['.hidden', 'ab', 'own.tmp', 'settings.json'])
    expect((await readdir(path.join(folder, 'ab'))).sort()).toEqual([left, 'abcd'])
    await removeUnfinished(folder, { below: true })
    expect(await readdir(path.join(folder, 'ab'))).toEqual(['abcd'])
  })
})

describe('attachments', () => {
  const store = () => new AttachmentStore(path.join(folder, 'attachments'))

  it('are kept under the hash of their content, once', async () => {
    const first = await store().put('снимок.png', bytes(1, 2, 3))
    const second = await store().put('другое имя.png', bytes(1, 2, 3))
    if (!first.ok || !second.ok) expect.fail('not kept')
    expect(first.value).toMatchObject({ size: 3, name: 'снимок.png', sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81' })
    expect(second.value.sha256).toBe(first.value.sha256)
    const read = await store().read(first.value.sha256)
    expect(read).toEqual({ ok: true, value: bytes(1, 2, 3) })
  })

  it('of exactly 20 MB are kept, of one byte more refused', async () => {
    expect(await store().put('a', new Uint8Array(attachmentLimit))).toMatchObject({ ok: true, value: { size: 20 * 1024 * 1024 } })
    expect(await store().put('a', new Uint8Array(attachmentLimit + 1))).toEqual({ ok: false, error: { reason: 'tooLarge' } })
    expect(await store().put('a', bytes())).toEqual({ ok: false, error: { reason: 'empty' } })
  })

  it('that the disk has altered are told as damaged, and mended by attaching again', async () => {
    const kept = await store().put('a', bytes(1, 2, 3))
    if (!kept.ok) expect.fail('not kept')
    await writeFile(store().pathOf(kept.value.sha256), 'altered')
    expect(await store().read(kept.value.sha256)).toEqual({ ok: false, error: { reason: 'damaged' } })
    await store().put('a', bytes(1, 2, 3))
    expect(await store().read(kept.value.sha256)).toMatchObject({ ok: true })
  })

  it('are erased for good, and erasing twice is no failure', async () => {
    const kept = await store().put('a', bytes(1, 2, 3))
    if (!kept.ok) expect.fail('not kept')
    expect(await store().erase(kept.value.sha256)).toEqual({ ok: true, value: undefined })
    expect(await store().erase(kept.value.sha256)).toEqual({ ok: true, value: undefined })
    expect(await store().has(kept.value.sha256)).toBe(false)
    expect(await store().read(kept.value.sha256)).toEqual({ ok: false, error: { reason: 'absent' } })
  })

  it('are erased all at once, also those that nothing names, and into none there is no failure', async () => {
    for (const content of [bytes(1), bytes(2), bytes(3)]) await store().put('a', content)
    expect(await attachmentHandlers(store(), noWindow)['attachments.eraseAll'](undefined)).toEqual({ ok: true, value: undefined })
    expect(await readdir(folder)).toEqual([])
    expect(await store().eraseAll()).toEqual({ ok: true, value: undefined })
    expect(await store().put('a', bytes(1))).toMatchObject({ ok: true })
  })

  it('are refused to the window in Russian, with the sizes', async () => {
    const handlers = attachmentHandlers(store(), noWindow)
    const refused = await handlers['attachments.put']({ name: 'видео.mp4', bytes: new Uint8Array(attachmentLimit + 1024 * 1024) })
    expect(refused).toEqual({ ok: false, error: { reason: 'tooLarge', message: 'Файл «видео.mp4» слишком велик: 21 МБ, а можно не больше 20 МБ' } })
    expect(await handlers['attachments.put']({ name: 'a', bytes: bytes() })).toMatchObject({ ok: false, error: { reason: 'empty' } })
    expect(await handlers['attachments.read']({ sha256: absent })).toMatchObject({ ok: false, error: { reason: 'absent' } })
    expect(await handlers['attachments.reveal']({ sha256: absent })).toMatchObject({ ok: false, error: { reason: 'absent' } })
    expect(shell.showItemInFolder).not.toHaveBeenCalled()
  })
})

describe('files by dialog', () => {
  const handlers = fileHandlers(noWindow)
  const filters = [{ name: 'Текст', extensions: ['txt'] }]

  it('are saved where the person says', async () => {
    const filePath = path.join(folder, 'выгрузка.txt')
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath })
    expect(await handlers['files.save']({ suggestedName: 'a/../b.txt', filters, content: 'слова' })).toEqual({ ok: true, value: { path: filePath } })
    expect(await readFile(filePath, 'utf8')).toBe('слова')
    expect(dialog.showSaveDialog.mock.lastCall?.[1]).toMatchObject({ defaultPath: 'a_.._b.txt' })
  })

  it('that cannot be written say why', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: path.join(folder) })
    expect(await handlers['files.save']({ suggestedName: 'a', filters, content: bytes(1) })).toMatchObject({ ok: false, error: { reason: 'cannotWrite', message: expect.stringMatching(/^Файл не записан: /) as string } })
  })

  it('are not chosen when the person cancels', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' })
    expect(await handlers['files.save']({ suggestedName: 'a', filters, content: '' })).toMatchObject({ ok: false, error: { reason: 'cancelled' } })
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] })
    expect(await handlers['files.open']({ filters, multiple: false, maxBytes: 10 })).toMatchObject({ ok: false, error: { reason: 'cancelled' } })
    expect(await handlers['files.chooseFolder']({})).toMatchObject({ ok: false, error: { reason: 'cancelled' } })
  })

  it('are read with name and size, several at once', async () => {
    const [one, two] = [path.join(folder, 'один.csv'), path.join(folder, 'two.csv')]
    await writeFile(one, 'а;б')
    await writeFile(two, 'x')
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [one, two] })
    const opened = await handlers['files.open']({ filters, multiple: true, maxBytes: 100 })
    expect(opened).toMatchObject({ ok: true, value: [{ name: 'один.csv', size: 5 }, { name: 'two.csv', size: 1 }] })
  })

  it('too large are refused before they are read, with both sizes', async () => {
    const file = path.join(folder, 'big.csv')
    await writeFile(file, new Uint8Array(3 * 1024 * 1024))
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [file] })
    const refused = await handlers['files.open']({ filters, multiple: false, maxBytes: 1024 * 1024 })
    expect(refused).toEqual({ ok: false, error: { reason: 'tooLarge', message: 'Файл «big.csv» слишком велик: 3 МБ, а можно не больше 1 МБ' } })
  })

  it('that have gone meanwhile say so', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path.join(folder, 'gone.csv')] })
    expect(await handlers['files.open']({ filters, multiple: false, maxBytes: 10 })).toEqual({
      ok: false,
      error: { reason: 'cannotRead', message: 'Файл «gone.csv» не прочитан: файл или папка не найдены' },
    })
  })

  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['отчёт: март?.xlsx', 'отчёт_ март_.xlsx'],
    ['...', '_'],
    ['конец. ', 'конец_'],
  ])('the suggested name %s becomes %s', (name, safe) => expect(safeName(name)).toBe(safe))
})

describe('a failure of the system', () => {
  it('is told from a bug', async () => {
    await chmod(folder, 0o700)
    const failure: unknown = await readFile(path.join(folder, 'none')).catch((caught: unknown) => caught)
    expect(systemCode(failure)).toBe('ENOENT')
    expect(systemCode(new TypeError('x is not a function'))).toBeNull()
    expect(systemCode(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull()
  })

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'ENOENT', 'EBUSY', 'EISDIR', 'ENAMETOOLONG', 'EIO'])('%s has words in Russian', (code) => {
    expect(inWords(code)).toMatch(/[а-я]/)
  })
})
