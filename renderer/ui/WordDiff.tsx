import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import { ru } from '../i18n/ru'
import { wordChanges, type Change } from './wordChanges'

// Lengths with their unit: a bare 1 would be the whole width.
const hidden = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const
const looks = {
  added: { as: 'ins', sx: { color: 'success.main', textDecoration: 'underline', fontWeight: 500 } },
  removed: { as: 'del', sx: { color: 'error.main', textDecoration: 'line-through' } },
} as const

/** Two texts compared word by word: underlined is new, struck out is gone; told to screen readers in words. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const changes = useMemo(() => wordChanges(before, after), [before, after])
  if (before === after) return <Typography variant="body2" color="textSecondary">{ru.diff.same}</Typography>
  return <Changes changes={changes} />
}

/** The two texts beside each other, each with its own side of the changes. */
export function SideBySide({ before, after, names }: { before: string; after: string; names: readonly [string, string] }) {
  const changes = useMemo(() => wordChanges(before, after), [before, after])
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 2 }}>
      {(['added', 'removed'] as const).map((hiddenKind, side) => (
        <Box key={hiddenKind} role="group" aria-label={names[side]} sx={side === 0 ? { borderRight: 1, borderColor: 'divider', pr: 2 } : {}}>
          <Typography variant="caption" color="textSecondary">{names[side]}</Typography>
          <Changes changes={changes.filter(({ kind }) => kind !== hiddenKind)} />
        </Box>
      ))}
    </Box>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <Typography variant="body2" component="div" sx={{ position: 'relative', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {changes.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : (
          <Box key={index} component={looks[kind].as} sx={looks[kind].sx}>
            <Box component="span" sx={hidden}>{`${ru.diff[kind]}: `}</Box>
            {text}
          </Box>
        ),
      )}
    </Typography>
  )
}
