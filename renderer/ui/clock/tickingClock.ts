import { instant, type Instant } from '../../../shared/domain/time'
import type { Clock } from '../../application/ports'

export type Precision = 'second' | 'minute'
const length: Record<Precision, number> = { second: 1000, minute: 60_000 }

/**
 * One timer for everything on the screen that shows time. A listener of minutes is not woken by seconds, and with no
 * listeners no timer runs.
 */
export class TickingClock {
  readonly #clock: Clock
  readonly #listeners: Record<Precision, Set<() => void>> = { second: new Set(), minute: new Set() }
  #timer: ReturnType<typeof setTimeout> | undefined
  #told: Record<Precision, Instant>

  constructor(clock: Clock) {
    this.#clock = clock
    this.#told = { second: this.#floor('second'), minute: this.#floor('minute') }
  }

  /** The beginning of the current second or minute: the same value until it changes, as useSyncExternalStore asks. */
  now(precision: Precision): Instant {
    if (this.#timer === undefined) this.#told[precision] = this.#floor(precision)
    return this.#told[precision]
  }

  subscribe(precision: Precision, listener: () => void): () => void {
    this.#listeners[precision].add(listener)
    this.#plan()
    return () => {
      this.#listeners[precision].delete(listener)
      if (this.#nobodyListens()) this.#stop()
    }
  }

  #nobodyListens(): boolean {
    return this.#listeners.second.size + this.#listeners.minute.size === 0
  }

  #floor(precision: Precision): Instant {
    const now = this.#clock.now()
    return instant(now - (now % length[precision]))
  }

  #plan(): void {
    if (this.#timer !== undefined) return
    const now = this.#clock.now()
    this.#timer = setTimeout(() => this.#tick(), 1000 - (now % 1000) + 5)
  }

  #tick(): void {
    this.#timer = undefined
    for (const precision of ['second', 'minute'] as const) {
      const now = this.#floor(precision)
      if (now === this.#told[precision]) continue
      this.#told[precision] = now
      for (const listener of [...this.#listeners[precision]]) listener()
    }
    if (!this.#nobodyListens()) this.#plan()
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
