import { Box, Typography } from '@mui/material'
import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import { ru } from '../i18n/ru'

const hidden = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const

/** Two texts compared word by word: underlined is new, struck out is gone; told to screen readers in words. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWordsWithSpace(before, after), [before, after])
  if (before === after) return <Typography variant="body2" color="textSecondary">{ru.diff.same}</Typography>
  return (
    <Typography variant="body2" component="div" sx={{ position: 'relative', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {parts.map((part, index) =>
        part.added ? (
          <Box key={index} component="ins" sx={{ color: 'success.main', textDecoration: 'underline', fontWeight: 500 }}>
            <Box component="span" sx={hidden}>{`${ru.diff.added}: `}</Box>
            {part.value}
          </Box>
        ) : part.removed ? (
          <Box key={index} component="del" sx={{ color: 'error.main', textDecoration: 'line-through' }}>
            <Box component="span" sx={hidden}>{`${ru.diff.removed}: `}</Box>
            {part.value}
          </Box>
        ) : (
          <span key={index}>{part.value}</span>
        ),
      )}
    </Typography>
  )
}
