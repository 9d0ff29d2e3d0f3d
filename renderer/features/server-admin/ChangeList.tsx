import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { Change } from '../../../shared/server/provision/plan'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication, useDirectory } from '../../ui/applicationContext'
import { changeGroups } from './changes'

const words = serverAdmin.setup

/** Changes by what they are done to; `as`: still to be made, or made. */
export function ChangeList({ title, changes, as }: { title: string; changes: readonly Change[]; as: 'planned' | 'changed' }) {
  const directory = useDirectory()
  const { at } = useApplication().server
  const groups = useMemo(() => changeGroups(changes, directory, at), [changes, directory, at])
  return (
    <Box component="ul" aria-label={title} tabIndex={0} sx={{ m: 0, pl: 2.5, maxHeight: 260, overflow: 'auto' }}>
      {groups.map(({ subjects, deeds }) => (
        <Typography key={subjects[0]} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ fontWeight: 500 }}>{subjects.join(', ')}</Box>
          {`: ${deeds.map((deed) => words[as][deed]).join(', ')}`}
        </Typography>
      ))}
    </Box>
  )
}
