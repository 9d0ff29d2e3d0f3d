import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { attachmentLimit, mebibyte } from '../../shared/ipc/files'
import type { OpenedFile } from '../../shared/ipc/files'
import type { Handlers } from '../ipc/handlers'
import { done, refuse } from '../ipc/handlers'
import { atomicWrite } from './atomicWrite'
import { inWords, systemCode } from './systemFailure'

const inMebibytes = (size: number) => `${(size / mebibyte).toLocaleString('ru-RU', { maximumFractionDigits: 1 })} МБ`
const attachmentLimitText = inMebibytes(attachmentLimit)

/** A suggested name without anything that would lead to another folder or that Windows refuses. */
export const safeName = (name: string): string =>
  name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '_').replace(/^\.+|[. ]+$/g, '_').slice(0, 200)

export function fileHandlers(window: () => BrowserWindow): Pick<Handlers, 'files.save' | 'files.open' | 'files.chooseFolder'> {
  return {
    'files.save': ({ suggestedName, filters, content }) => saveByDialog(window(), suggestedName, filters, content),

    'files.open': async ({ title, filters, multiple, maxBytes }) => {
      const chosen = await dialog.showOpenDialog(window(), { title, filters, properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'] })
      if (chosen.canceled || chosen.filePaths.length === 0) return refuse('cancelled', 'Файл не выбран')
      const opened: OpenedFile[] = []
      for (const file of chosen.filePaths) {
        const name = path.basename(file)
        try {
          const { size } = await stat(file)
          if (size > maxBytes) return refuse('tooLarge', `Файл «${name}» слишком велик: ${inMebibytes(size)}, а можно не больше ${inMebibytes(maxBytes)}`)
          const bytes = new Uint8Array(await readFile(file))
          opened.push({ name, size: bytes.byteLength, bytes })
        } catch (failure) {
          const code = systemCode(failure)
          if (code === null) throw failure
          return refuse('cannotRead', `Файл «${name}» не прочитан: ${inWords(code)}`)
        }
      }
      return done(opened)
    },

    'files.chooseFolder': async ({ title }) => {
      const chosen = await dialog.showOpenDialog(window(), { title, properties: ['openDirectory', 'createDirectory'] })
      const folder = chosen.filePaths[0]
      return chosen.canceled || folder === undefined ? refuse('cancelled', 'Папка не выбрана') : done({ path: folder })
    },
  }
}

/** Asks where, then writes the whole file or nothing. */
export async function saveByDialog(
  window: BrowserWindow,
  suggestedName: string,
  filters: { name: string; extensions: string[] }[],
  content: string | Uint8Array,
): Promise<ReturnType<typeof done<{ path: string }>> | ReturnType<typeof refuse<'cancelled' | 'cannotWrite'>>> {
  const chosen = await dialog.showSaveDialog(window, { defaultPath: safeName(suggestedName), filters })
  if (chosen.canceled || !chosen.filePath) return refuse('cancelled', 'Файл не сохранён: место не выбрано')
  try {
    await atomicWrite(chosen.filePath, content, 0o644)
    return done({ path: chosen.filePath })
  } catch (failure) {
    const code = systemCode(failure)
    if (code === null) throw failure
    return refuse('cannotWrite', `Файл не записан: ${inWords(code)}`)
  }
}

export { attachmentLimitText, inMebibytes }
