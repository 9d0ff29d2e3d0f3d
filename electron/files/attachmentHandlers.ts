import type { BrowserWindow } from 'electron'
import { shell } from 'electron'
import type { Handlers } from '../ipc/handlers'
import { done, refuse } from '../ipc/handlers'
import type { AttachmentStore } from './attachments'
import { attachmentLimitText, inMebibytes, saveByDialog } from './fileHandlers'
import { inWords } from './systemFailure'

type AttachmentCalls = 'attachments.put' | 'attachments.read' | 'attachments.saveAs' | 'attachments.reveal' | 'attachments.erase' | 'attachments.eraseAll'

const absent = () => refuse('absent', 'Файла нет на этом компьютере')

function unreadable(error: { readonly reason: 'absent' | 'damaged' | 'cannotRead'; readonly code?: string }) {
  switch (error.reason) {
    case 'absent':
      return absent()
    case 'damaged':
      return refuse('damaged', 'Файл на диске повреждён: его содержимое не совпадает с записанным в журнале')
    case 'cannotRead':
      return refuse('cannotRead', `Файл не прочитан: ${inWords(error.code ?? '')}`)
  }
}

export function attachmentHandlers(store: AttachmentStore, window: () => BrowserWindow): Pick<Handlers, AttachmentCalls> {
  return {
    'attachments.put': async ({ name, bytes }) => {
      const kept = await store.put(name, bytes)
      if (kept.ok) return kept
      switch (kept.error.reason) {
        case 'empty':
          return refuse('empty', `Файл «${name}» пуст`)
        case 'tooLarge':
          return refuse('tooLarge', `Файл «${name}» слишком велик: ${inMebibytes(bytes.byteLength)}, а можно не больше ${attachmentLimitText}`)
        case 'cannotWrite':
          return refuse('cannotWrite', `Файл «${name}» не сохранён: ${inWords(kept.error.code ?? '')}`)
      }
    },
    'attachments.read': async ({ sha256 }) => {
      const read = await store.read(sha256)
      return read.ok ? read : unreadable(read.error)
    },
    'attachments.saveAs': async ({ sha256, suggestedName, filters }) => {
      const read = await store.read(sha256)
      return read.ok ? saveByDialog(window(), suggestedName, filters, read.value) : unreadable(read.error)
    },
    'attachments.reveal': async ({ sha256 }) => {
      if (!(await store.has(sha256))) return absent()
      shell.showItemInFolder(store.pathOf(sha256))
      return done(undefined)
    },
    'attachments.erase': async ({ sha256 }) => {
      const erased = await store.erase(sha256)
      return erased.ok ? erased : refuse('cannotWrite', `Файл не удалён: ${inWords(erased.error.code ?? '')}`)
    },
    'attachments.eraseAll': async () => {
      const erased = await store.eraseAll()
      return erased.ok ? erased : refuse('cannotWrite', `Не все приложенные файлы удалены: ${inWords(erased.error.code ?? '')}. Закройте программы, в которых они открыты, и повторите. Журнал пока на этом компьютере.`)
    },
  }
}
