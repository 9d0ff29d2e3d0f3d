import { z } from 'zod'
import type { Answer, Argument, CallName, Push, PushName, RawBridge } from '../shared/ipc/contract'
import { bridgeName, calls, pushes } from '../shared/ipc/contract'

// The page's policy forbids eval; without this the schema library would try it on first use and be reported.
z.config({ jitless: true })

const raw = (): RawBridge => {
  const bridge = (window as unknown as Record<string, RawBridge | undefined>)[bridgeName]
  if (bridge === undefined) throw new Error('The page runs outside the program: there is no bridge')
  return bridge
}

/** Asks the main process. Expected failures are values with a reason and a sentence to show; a rejection is a bug. */
export async function call<N extends CallName>(name: N, argument: Argument<N>): Promise<Answer<N>> {
  const answer = (await raw().call(name, argument)) as Answer<N>
  if (!answer.ok) return answer
  return { ok: true, value: calls[name].value.parse(answer.value) } as Answer<N>
}

/** Hears what the main process tells unasked. Returns what stops the listening. */
export function listen<N extends PushName>(name: N, listener: (payload: Push<N>) => void): () => void {
  return raw().listen(name, (payload) => listener(pushes[name].parse(payload) as Push<N>))
}

/** Begins the page anew: nothing of what was in memory stays. */
export const reload = (): void => window.location.reload()
