import { isTyped, matches, type Chord, type Press } from './chord'
import type { Focus } from './focus'

export interface Shortcut {
  readonly chord: Chord
  /** More keys for the same thing: J and ↓. */
  readonly also?: readonly Chord[]
  /** What it does, for the help sheet. */
  readonly label: string
  readonly run: () => void
  /** Listed in the help sheet but without effect now. */
  readonly disabled?: boolean
  /** Works while a field has the focus too (Ctrl+Enter). */
  readonly whileTyping?: boolean
}

export interface ShortcutGroup {
  /** The heading in the help sheet: «Список», «Сообщение». */
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
  /** 0 is the screen; a dialog stands a layer above and silences what is below it, but for what belongs everywhere. */
  readonly layer: number | 'any'
}

/** Keys that buttons, tabs and lists answer to themselves when they have the focus. */
const moving = new Set(['Enter', 'Space', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])

/** All shortcuts that are alive now. Holds no React; the help sheet reads the same list that the keyboard obeys. */
export class KeyRegistry {
  readonly #groups = new Map<symbol, ShortcutGroup>()
  readonly #layers = new Map<symbol, number>()

  /** Adds or replaces a group; the answer takes it away. */
  register(key: symbol, group: ShortcutGroup): void {
    this.#groups.set(key, group)
  }

  remove(key: symbol): void {
    this.#groups.delete(key)
  }

  openLayer(key: symbol, layer: number): () => void {
    this.#layers.set(key, layer)
    return () => void this.#layers.delete(key)
  }

  topLayer(): number {
    return Math.max(0, ...this.#layers.values())
  }

  groups(): readonly ShortcutGroup[] {
    return [...this.#groups.values()]
  }

  /** Runs what the press means; tells whether it meant anything. */
  handle(press: Press, focus: Focus): boolean {
    const top = this.topLayer()
    const taken = !focus.typing && focus.moves && moving.has(press.code) && !press.ctrlKey && !press.altKey
    if (taken) return false
    const means = (by: (chord: Chord, press: Press) => boolean) => this.#alive(top, focus).find(({ chord, also = [] }) => [chord, ...also].some((one) => by(one, press)))
    // The sign that was typed goes before the key it was typed on: «?» sits on the key of «/».
    const found = means(isTyped) ?? means(matches)
    found?.run()
    return found !== undefined
  }

  /** What a press may mean now; the latest registered first: the innermost place knows best what its keys mean. */
  #alive(top: number, focus: Focus): readonly Shortcut[] {
    return [...this.#groups.values()]
      .reverse()
      .filter(({ layer }) => layer === 'any' || layer === top)
      .flatMap(({ shortcuts }) => shortcuts)
      .filter(({ disabled, whileTyping }) => disabled !== true && (!focus.typing || whileTyping === true))
  }
}
