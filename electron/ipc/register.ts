import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { CallName } from '../../shared/ipc/contract'
import { callChannel, callNames, calls } from '../../shared/ipc/contract'
import { isOwnPage } from '../windows/ownPage'
import type { Handlers } from './handlers'
import { refuse } from './handlers'

/** Told of what a call ran into that is not an expected outcome: a stranger's page, a wrong argument, a bug. */
export type FaultLog = (event: 'ipc.foreignSender' | 'ipc.badArgument' | 'ipc.fault', call: CallName, failure?: unknown) => void

/**
 * Answers one call. The argument's content is never repeated in the refusal or the log: it may hold a citizen's words.
 */
export async function answer(name: CallName, senderUrl: string, isMainFrame: boolean, argument: unknown, handlers: Handlers, log: FaultLog): Promise<unknown> {
  if (!isMainFrame || !isOwnPage(senderUrl)) {
    log('ipc.foreignSender', name)
    return refuse('foreignSender', 'Запрос отклонён: он пришёл не из окна программы')
  }
  const parsed = calls[name].argument.safeParse(argument)
  if (!parsed.success) {
    log('ipc.badArgument', name)
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'значение').join(', ')
    return refuse('badArgument', `Запрос «${name}» отклонён: неверно задано ${where}`)
  }
  try {
    // The parser has just given the argument the type its handler declares; the compiler cannot follow that through the name.
    const handle = handlers[name] as (argument: unknown) => unknown
    return await handle(parsed.data)
  } catch (failure) {
    log('ipc.fault', name, failure)
    return refuse('fault', 'Внутренняя ошибка программы. Она записана в журнал работы; повторите действие')
  }
}

/** Puts every call of the contract on its channel. */
export function registerCalls(ipcMain: IpcMain, handlers: Handlers, log: FaultLog): void {
  for (const name of callNames) {
    ipcMain.handle(callChannel(name), (event: IpcMainInvokeEvent, argument: unknown) => {
      const frame = event.senderFrame
      return answer(name, frame?.url ?? '', frame !== null && frame.parent === null, argument, handlers, log)
    })
  }
}
