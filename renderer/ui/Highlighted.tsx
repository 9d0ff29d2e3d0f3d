import { Box } from '@mui/material'
import { Fragment } from 'react'

/** Text with some of its ranges marked; ranges are [from, to) in UTF-16 units, in any order, overlaps allowed. */
export function Highlighted({ text, ranges, label }: { text: string; ranges: readonly (readonly [number, number])[]; label?: string }) {
  return (
    <>
      {pieces(text, ranges).map(({ words, marked }, place) =>
        marked ? (
          <Box key={place} component="mark" title={label} sx={{ bgcolor: 'warning.light', color: 'warning.contrastText', borderRadius: 0.5, px: '1px', textDecoration: 'underline' }}>
            {words}
          </Box>
        ) : (
          <Fragment key={place}>{words}</Fragment>
        ),
      )}
    </>
  )
}

/** The text cut at the ranges' edges. */
export function pieces(text: string, ranges: readonly (readonly [number, number])[]): readonly { readonly words: string; readonly marked: boolean }[] {
  const found: { words: string; marked: boolean }[] = []
  let at = 0
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(at, from)
    if (to <= begin) continue
    if (begin > at) found.push({ words: text.slice(at, begin), marked: false })
    found.push({ words: text.slice(begin, to), marked: true })
    at = to
  }
  if (at < text.length) found.push({ words: text.slice(at), marked: false })
  return found
}
