import { Box, Typography } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { caseWords as words } from '../../i18n/ru/case'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { Section } from '../../ui/Section'

/** The office's own notes and the reasons of reopenings. */
export function NoteList({ state }: { state: CaseState }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  const entries = [
    ...state.notes.map((note) => ({ ...note, said: note.text ?? ru.common.erased })),
    ...state.reopenings.map((reopening) => ({ ...reopening, said: words.reopened(reopening.reason ?? ru.common.erased) })),
  ].sort((one, other) => one.at - other.at)
  if (entries.length === 0) return null
  return (
    <Section title={words.notes}>
      {entries.map((entry) => (
        <Box key={entry.event} sx={{ py: 0.25 }}>
          <Typography variant="caption" color="textSecondary">{`${format.moment(entry.at)}, ${personName(directory, entry.by)}`}</Typography>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{entry.said}</Typography>
        </Box>
      ))}
    </Section>
  )
}
