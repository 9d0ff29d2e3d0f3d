/** One press: a physical key by `KeyboardEvent.code`, so that the layout (Russian or Latin) does not matter. */
export interface Chord {
  readonly code: string
  readonly ctrl?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
  /** For signs that sit on different keys in different layouts («?», «/»): what was typed counts too. */
  readonly typed?: string
}

export type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const sameHeld = (chord: Chord, press: Press): boolean => (press.ctrlKey || press.metaKey) === (chord.ctrl ?? false) && press.altKey === (chord.alt ?? false)

/** Whether the very sign of the chord was typed: surer than the key it usually sits on. */
export const isTyped = (chord: Chord, press: Press): boolean => chord.typed !== undefined && press.key === chord.typed && sameHeld(chord, press)

export const matches = (chord: Chord, press: Press): boolean =>
  isTyped(chord, press) || (sameHeld(chord, press) && press.code === chord.code && press.shiftKey === (chord.shift ?? false))

const russian: Readonly<Record<string, string>> = {
  KeyA: 'Ф', KeyB: 'И', KeyC: 'С', KeyD: 'В', KeyE: 'У', KeyF: 'А', KeyG: 'П', KeyH: 'Р', KeyI: 'Ш', KeyJ: 'О', KeyK: 'Л', KeyL: 'Д', KeyM: 'Ь',
  KeyN: 'Т', KeyO: 'Щ', KeyP: 'З', KeyQ: 'Й', KeyR: 'К', KeyS: 'Ы', KeyT: 'Е', KeyU: 'Г', KeyV: 'М', KeyW: 'Ц', KeyX: 'Ч', KeyY: 'Н', KeyZ: 'Я',
}
const named: Readonly<Record<string, string>> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: 'Enter', Escape: 'Esc', Space: 'Пробел', Home: 'Home', End: 'End', Slash: '/', Delete: 'Del',
  PageUp: 'PgUp', PageDown: 'PgDn', F1: 'F1',
}

/** How the key is named on a button and in the help sheet: «F», «Ctrl+Enter», «Alt+1». */
export function chordName(chord: Chord): string {
  const key = chord.typed ?? (chord.code.startsWith('Key') ? chord.code.slice(3) : chord.code.startsWith('Digit') ? chord.code.slice(5) : (named[chord.code] ?? chord.code))
  const shift = chord.shift === true && chord.typed === undefined
  return [chord.ctrl === true ? 'Ctrl' : '', chord.alt === true ? 'Alt' : '', shift ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}

/** The Russian letter of the same key, shown beside the Latin one in the help sheet. */
export const russianLetter = (chord: Chord): string | undefined => russian[chord.code]

/** The form of `aria-keyshortcuts`. */
export function ariaShortcut(chord: Chord): string {
  const key = chord.code.startsWith('Key') ? chord.code.slice(3) : chord.code.startsWith('Digit') ? chord.code.slice(5) : (chord.typed ?? chord.code)
  return [chord.ctrl === true ? 'Control' : '', chord.alt === true ? 'Alt' : '', chord.shift === true ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}
