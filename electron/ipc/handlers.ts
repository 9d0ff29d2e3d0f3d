import type { Answer, CallName, ParsedArgument, Reason, Value } from '../../shared/ipc/contract'

/** One handler for each call of the contract; its argument has been parsed and its sender checked. */
export type Handlers = {
  readonly [N in CallName]: (argument: ParsedArgument<N>) => Answer<N> | Promise<Answer<N>>
}

export const done = <V>(value: V): { readonly ok: true; readonly value: V } => ({ ok: true, value })

/** A refusal with the sentence, in Russian, that the window shows. */
export const refuse = <R extends string>(reason: R, message: string): { readonly ok: false; readonly error: { readonly reason: R; readonly message: string } } => ({
  ok: false,
  error: { reason, message },
})

export type { CallName, Reason, Value }
