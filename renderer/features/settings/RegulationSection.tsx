import Edit from '@mui/icons-material/EditOutlined'
import { Box, Button, Chip, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { defaultWarnings, type Regulation } from '../../../shared/domain/deadlines'
import { localDateOf } from '../../../shared/domain/time'
import { ru } from '../../i18n/ru'
import { regulation as editing } from '../../i18n/ru/regulation'
import { settings } from '../../i18n/ru/settings'
import { useApplication, useObservable, useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { dateText } from './dateText'
import { anyPlaced } from './regulation/placedMessages'
import { RegulationDialog } from './regulation/RegulationDialog'
import { regulationRows } from './regulationRows'
import { warningsInWords } from './warningTexts'

const words = settings.regulation

/** Every number of the order with its clause: what deadlines are counted by; the version of the latest date first. */
export function RegulationSection({ mayEdit }: { mayEdit: boolean }) {
  const { regulations, zone } = useOffice()
  const today = localDateOf(useNow('minute'), zone)
  const [edited, setEdited] = useState<{ readonly regulation: Regulation; readonly rested: boolean } | null>(null)
  const sorted = [...regulations].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  return (
    <>
      <Typography variant="body2" color="textSecondary">{editing.hint}</Typography>
      {sorted.map((regulation) => {
        const state = regulation.validFrom > today ? 'future' : regulation.validTo !== null && regulation.validTo < today ? 'past' : 'current'
        return (
          <Box component="section" key={regulation.id} aria-label={`${words.number(regulation.number, dateText(regulation.date))}, ${editing[state]}`}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="subtitle1" component="h3">{words.number(regulation.number, dateText(regulation.date))}</Typography>
              <Chip label={editing[state]} color={state === 'current' ? 'primary' : 'default'} variant={state === 'current' ? 'filled' : 'outlined'} />
              <Box sx={{ flex: 1 }} />
              {mayEdit && state !== 'past' && <EditButton regulation={regulation} onEdit={(rested) => setEdited({ regulation, rested })} />}
            </Box>
            <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
              {`${regulation.title}. ${words.inForce} ${regulation.validTo === null ? words.from(dateText(regulation.validFrom)) : words.to(dateText(regulation.validFrom), dateText(regulation.validTo))}`}
            </Typography>
            <Paper variant="outlined">
              <Table>
                <TableHead><TableRow>{[words.columns.rule, words.columns.clause, words.columns.term].map((title) => <TableCell key={title}>{title}</TableCell>)}</TableRow></TableHead>
                <TableBody>
                  {regulationRows(regulation).map(({ name, clause, term }) => (
                    <TableRow key={name}><TableCell>{name}</TableCell><TableCell sx={{ whiteSpace: 'nowrap' }}>{ru.deadlines.clause(clause)}</TableCell><TableCell>{term}</TableCell></TableRow>
                  ))}
                </TableBody>
              </Table>
            </Paper>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{`${editing.warnings}: ${warningsInWords(regulation.warnings ?? defaultWarnings)}`}</Typography>
          </Box>
        )
      })}
      {edited !== null && <RegulationDialog regulation={edited.regulation} rested={edited.rested} onClose={() => setEdited(null)} />}
    </>
  )
}

/** Says beforehand whether an edit replaces this version or makes one from a later date. */
function EditButton({ regulation, onEdit }: { regulation: Regulation; onEdit: (rested: boolean) => void }) {
  const application = useApplication()
  const open = useObservable(application.openCases)
  const [rested, setRested] = useState<boolean | null>(null)
  useEffect(() => {
    let wanted = true
    void anyPlaced(application, regulation.validFrom, regulation.validTo).then((found) => wanted && setRested(found))
    return () => {
      wanted = false
    }
  }, [application, regulation, open])
  return <Button variant="outlined" startIcon={<Edit />} disabled={rested === null} onClick={() => onEdit(rested === true)}>{rested === false ? editing.fix : editing.edit}</Button>
}
