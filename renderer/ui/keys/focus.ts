/** What the element that has the focus does with keys of its own. */
export interface Focus {
  /** Letters are being typed there. */
  readonly typing: boolean
  /** It answers to Enter, Space, the arrows and their like itself. */
  readonly moves: boolean
}

export const nowhere: Focus = { typing: false, moves: false }

const untyped = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])
const movers = ['button', 'a[href]', 'summary', ...['button', 'tab', 'menuitem', 'menuitemradio', 'radio', 'option', 'slider'].map((role) => `[role="${role}"]`)].join(', ')

export function focusAt(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return nowhere
  const box = target instanceof HTMLInputElement && untyped.has(target.type)
  return { typing: !box && isTyping(target), moves: box || target.closest(movers) !== null }
}

/** Whether somebody chooses from a list that is open over the page. */
export const isInOpenList = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="listbox"], [role="menu"]') !== null

function isTyping(target: HTMLElement): boolean {
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !target.readOnly
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.getAttribute('role') === 'combobox'
}
