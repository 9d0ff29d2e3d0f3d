import { matches, type Chord, type Press } from './chord'

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
  /** 0 is the screen; a dialog stands a layer above and silences what is below it. */
  readonly layer: number
}

const types = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

/** Whether the focus is in a place where letters are being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !types.has(target.type) && !target.readOnly
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.getAttribute('role') === 'combobox'
}

/** Elements that do something of their own with Enter, Space and the arrows when they have the focus. */
const ownKeys = new Set(['Enter', 'Space', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])
function takesItself(target: EventTarget | null, press: Press): boolean {
  if (!(target instanceof HTMLElement) || !ownKeys.has(press.code) || press.ctrlKey || press.altKey) return false
  return target.closest('button, a[href], summary, [role="button"], [role="tab"], [role="menuitem"], [role="menuitemradio"], [role="radio"], [role="option"], [role="slider"]') !== null
    || (target instanceof HTMLInputElement && types.has(target.type))
}

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
  handle(press: Press, target: EventTarget | null): boolean {
    const top = this.topLayer()
    const typing = isTyping(target)
    // The latest registered wins: the innermost place knows best what its keys mean.
    for (const group of [...this.#groups.values()].reverse()) {
      if (group.layer !== top) continue
      for (const shortcut of group.shortcuts) {
        if (shortcut.disabled === true || (typing && shortcut.whileTyping !== true)) continue
        if (![shortcut.chord, ...(shortcut.also ?? [])].some((chord) => matches(chord, press))) continue
        if (!typing && takesItself(target, press)) continue
        shortcut.run()
        return true
      }
    }
    return false
  }
}
