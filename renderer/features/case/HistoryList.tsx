import { Box, Typography } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { departmentName, personName } from '../../format/people'
import { caseWords as words } from '../../i18n/ru/case'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { Section } from '../../ui/Section'

/** The journal of this case, the latest on top. */
export function HistoryList({ state }: { state: CaseState }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  return (
    <Section title={words.historyOf(state.history.length)} foldable>
      <Box component="ol" reversed sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {[...state.history].reverse().map((entry) => (
          <Box component="li" key={entry.event} sx={{ display: 'grid', gridTemplateColumns: '118px 1fr', columnGap: 1, py: 0.25 }}>
            <Typography variant="body2" color="textSecondary">{format.moment(entry.at)}</Typography>
            <Typography variant="body2">
              {words.event[entry.type]}
              {entry.department !== undefined && ` – ${departmentName(directory, entry.department)}`}
              <Typography component="span" variant="body2" color="textSecondary">{` · ${personName(directory, entry.by)}`}</Typography>
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
