import { shell } from 'electron'
import type { Answer } from '../../shared/ipc/contract'
import { done, refuse } from '../ipc/handlers'

const allowed = ['https:', 'http:', 'mailto:']

/** The address as the system may be given it, or null: a `file:` or a custom scheme would start programs. */
export function openableAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const parsed = new URL(address)
  if (!allowed.includes(parsed.protocol)) return null
  // A name and password before the host serve to disguise the host.
  if (parsed.username !== '' || parsed.password !== '') return null
  return parsed.href
}

export async function openExternally(address: string): Promise<Answer<'external.open'>> {
  const checked = openableAddress(address)
  if (checked === null) return refuse('notAllowed', 'Этот адрес нельзя открыть: разрешены ссылки http, https и mailto')
  try {
    await shell.openExternal(checked)
    return done(undefined)
  } catch (failure) {
    if (!(failure instanceof Error)) throw failure
    return refuse('noProgram', 'Система не смогла открыть ссылку: не найдена программа для неё')
  }
}
