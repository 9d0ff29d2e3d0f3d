import type { Observable } from './application'
import type { Unsubscribe } from './ports'

/** An Observable that its owner changes. Listeners are called after the value is set, in the order they came. */
export interface Changing<T> extends Observable<T> {
  set(value: T): void
}

export function changing<T>(initial: T): Changing<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener): Unsubscribe => {
      // A wrapper of its own, so that the same function may listen twice and leave once.
      const own = () => listener()
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}

/** What `compute` makes of the sources; computed anew only when one of them has changed. */
export function derived<T>(sources: readonly Observable<unknown>[], compute: () => T): Observable<T> {
  let seen: readonly unknown[] | undefined
  let value: T
  return {
    get: () => {
      const now = sources.map((source) => source.get())
      if (seen === undefined || now.some((item, index) => !Object.is(item, seen![index]))) {
        value = compute()
        seen = now
      }
      return value
    },
    subscribe: (listener) => {
      const stops = sources.map((source) => source.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
  }
}
