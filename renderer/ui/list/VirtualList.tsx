import { Box } from '@mui/material'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type ReactNode, type Ref } from 'react'

interface VirtualListProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Estimated height of a row, CSS px; rows are measured once drawn. */
  readonly rowHeight: number
  readonly label: string
  readonly selected: string | null
  readonly onSelect: (item: T) => void
  /** Enter or a double click. */
  readonly onOpen?: (item: T) => void
  readonly children: (item: T, selected: boolean) => ReactNode
  readonly ref?: Ref<HTMLDivElement>
}

/**
 * A list of any length of which only what is seen is drawn. One stop of Tab: the arrows, Home, End and PageUp/PageDown
 * move the choice, as in a listbox.
 */
export function VirtualList<T>({ items, keyOf, rowHeight, label, selected, onSelect, onOpen, children, ref }: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 8,
  })
  const index = selected === null ? -1 : items.findIndex((item) => keyOf(item) === selected)
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
    // Only a new choice scrolls; a list that reorders itself under the reader does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])

  const move = (to: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, to))]
    if (item !== undefined) onSelect(item)
  }
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
  const moves: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index < 0 ? 0 : index - 1, Home: 0, End: items.length - 1, PageDown: index + page, PageUp: index - page }
  return (
    <Box
      ref={(element: HTMLDivElement | null) => {
        scroller.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={index < 0 ? undefined : `${id}-${index}`}
      onKeyDown={(event) => {
        const to = moves[event.key]
        const current = items[index]
        if (to !== undefined) move(to)
        else if (event.key === 'Enter' && current !== undefined && onOpen !== undefined) onOpen(current)
        else return
        event.preventDefault()
      }}
      sx={{ flex: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', contain: 'strict', '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 } }}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          const chosen = row.index === index
          return (
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              id={`${id}-${row.index}`}
              role="option"
              aria-selected={chosen}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              onClick={() => onSelect(item)}
              onDoubleClick={() => onOpen?.(item)}
              style={{ position: 'absolute', top: 0, left: 0, width: '100%', transform: `translateY(${row.start}px)` }}
            >
              {children(item, chosen)}
            </div>
          )
        })}
      </div>
    </Box>
  )
}
