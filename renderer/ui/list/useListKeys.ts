import type { CaseId } from '../../../shared/domain/journal/ids'
import { lists as words } from '../../i18n/ru/lists'
import { useShortcuts } from '../keys/keysContext'
import type { Shortcut } from '../keys/keyRegistry'

/** J, K and the arrows move the choice of a list of cases from anywhere on the screen; Enter goes to the case. */
export function useListKeys(ids: readonly CaseId[], selected: string | null, onSelect: (caseId: CaseId) => void, onOpen: () => void, more: readonly Shortcut[] = []): void {
  const step = (by: number) => {
    const index = ids.findIndex((id) => id === selected)
    const next = ids[index < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, index + by))]
    if (next !== undefined) onSelect(next)
  }
  useShortcuts(words.keys.group, [
    { chord: { code: 'KeyJ' }, also: [{ code: 'ArrowDown' }], label: words.keys.next, run: () => step(1) },
    { chord: { code: 'KeyK' }, also: [{ code: 'ArrowUp' }], label: words.keys.previous, run: () => step(-1) },
    { chord: { code: 'Enter' }, label: words.keys.open, run: onOpen },
    ...more,
  ])
}
