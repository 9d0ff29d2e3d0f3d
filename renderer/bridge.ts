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

/**
 * Hears what the main process tells unasked. Returns what stops the listening. Who listens for cases to open is also given the
 * one that the program was started for, by a notification or a link.
 */
export function listen<N extends PushName>(name: N, listener: (payload: Push<N>) => void): () => void {
  const take = (payload: unknown) => listener(pushes[name].parse(payload) as Push<N>)
  const stop = raw().listen(name, take)
  if (name === 'case.open') {
    // Given to this listener even when it has stopped meanwhile: the case is handed out once and must not fall between two.
    void call('app.ready', undefined).then((answer) => {
      if (answer.ok && answer.value.caseId !== null) take({ caseId: answer.value.caseId })
    })
  }
  return stop
}

/** Begins the page anew: nothing of what was in memory stays. */
export const reload = (): void => window.location.reload()
