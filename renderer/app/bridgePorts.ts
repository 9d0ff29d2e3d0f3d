import type { Answer, Argument, CallName } from '../../shared/ipc/contract'
import type { Sha256 } from '../../shared/domain/journal/ids'
import { instant } from '../../shared/domain/time'
import { err, ok } from '../../shared/lib/result'
import type { Chance, Clock, FileStore } from '../application/ports'

/** The bridge's call, as far as the application needs it. */
export type Call = <N extends CallName>(name: N, argument: Argument<N>) => Promise<Answer<N>>

/** Attached files as the main process keeps them. */
export const filesOver = (call: Call): FileStore => ({
  put: async (name, bytes) => {
    const answer = await call('attachments.put', { name, bytes })
    return answer.ok ? ok({ sha256: answer.value.sha256 as Sha256, size: answer.value.size }) : err(answer.error.message)
  },
  read: async (sha256) => {
    const answer = await call('attachments.read', { sha256 })
    return answer.ok ? ok(answer.value) : err(answer.error.message)
  },
  erase: async (sha256) => {
    const answer = await call('attachments.erase', { sha256 })
    return answer.ok ? ok(undefined) : err(answer.error.message)
  },
  eraseAll: async () => {
    const answer = await call('attachments.eraseAll', undefined)
    return answer.ok ? ok(undefined) : err(answer.error.message)
  },
})

/** The machine's clock; `offset` ms other than 0 only where a test has set the hour. */
export const machineClock = (offset: number): Clock => ({ now: () => instant(Date.now() + offset) })

export const machineChance: Chance = {
  hex: (bytes) => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
}
