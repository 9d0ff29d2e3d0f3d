import { Box } from '@mui/material'
import { Fragment } from 'react'

/** A part of a text in UTF-16 units: [start, end). */
export type TextRange = { readonly start: number; readonly end: number } | readonly [start: number, end: number]

const edges = (range: TextRange): readonly [number, number] => ('start' in range ? [range.start, range.end] : range)

/** Text with some of its ranges marked and underlined; ranges may come in any order and overlap. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  return (
    <>
      {pieces(text, ranges).map(({ words, marked }, place) =>
        marked ? (
          <Box key={place} component="mark" sx={{ bgcolor: 'warning.light', color: 'warning.contrastText', borderRadius: 0.5, px: '1px', textDecoration: 'underline' }}>
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
export function pieces(text: string, ranges: readonly TextRange[]): readonly { readonly words: string; readonly marked: boolean }[] {
  const found: { words: string; marked: boolean }[] = []
  let at = 0
  for (const [start, end] of ranges.map(edges).sort((one, other) => one[0] - other[0])) {
    const begin = Math.max(at, start)
    if (end <= begin) continue
    if (begin > at) found.push({ words: text.slice(at, begin), marked: false })
    found.push({ words: text.slice(begin, end), marked: true })
    at = end
  }
  if (at < text.length) found.push({ words: text.slice(at), marked: false })
  return found
}
