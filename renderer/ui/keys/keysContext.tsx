import { createContext, useContext, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { focusAt, isInOpenList } from './focus'
import { KeyRegistry, type Shortcut } from './keyRegistry'

const RegistryContext = createContext<KeyRegistry | null>(null)
const LayerContext = createContext(0)

export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new KeyRegistry())
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (registry.handle(event, focusAt(event.target))) event.preventDefault()
    }
    // A closed list opens on Enter whatever is held with it; Ctrl+Enter is a command and must come before that.
    const first = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== 'Enter' || event.isComposing || isInOpenList(event.target)) return
      if (registry.handle(event, focusAt(event.target))) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    document.addEventListener('keydown', first, { capture: true })
    document.addEventListener('keydown', listener)
    return () => {
      document.removeEventListener('keydown', first, { capture: true })
      document.removeEventListener('keydown', listener)
    }
  }, [registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useKeyRegistry(): KeyRegistry {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('useKeyRegistry outside KeysProvider')
  return registry
}

/** While it is drawn, only shortcuts registered inside it work: put it around the contents of a dialog. */
export function KeyLayer({ children }: { children: ReactNode }) {
  const registry = useKeyRegistry()
  const layer = useContext(LayerContext) + 1
  const id = useId()
  const key = useMemo(() => Symbol(id), [id])
  useEffect(() => registry.openLayer(key, layer), [registry, key, layer])
  return <LayerContext value={layer}>{children}</LayerContext>
}

/**
 * The shortcuts of one place, alive while the component is drawn. The list may be a new one at every drawing: what runs is
 * always the latest. `everywhere`: over dialogs too.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], where: 'here' | 'everywhere' = 'here'): void {
  const registry = useKeyRegistry()
  const here = useContext(LayerContext)
  const layer = where === 'everywhere' ? 'any' : here
  const id = useId()
  const key = useRef(Symbol(id))
  useEffect(() => {
    registry.register(key.current, { title, shortcuts, layer })
  })
  useEffect(() => {
    const mine = key.current
    return () => registry.remove(mine)
  }, [registry])
}
