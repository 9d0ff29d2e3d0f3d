import { Box, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { ru } from '../../i18n/ru'
import { settings } from '../../i18n/ru/settings'
import { useOffice } from '../../ui/applicationContext'
import { dateText } from './dateText'
import { regulationRows } from './regulationRows'

const words = settings.regulation

/** Every number of the order with its clause: what deadlines are counted by. */
export function RegulationSection() {
  const { regulations } = useOffice()
  return (
    <>
      {[...regulations].reverse().map((regulation) => (
        <Box component="section" key={regulation.id} aria-label={words.number(regulation.number, dateText(regulation.date))}>
          <Typography variant="subtitle1">{words.number(regulation.number, dateText(regulation.date))}</Typography>
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
        </Box>
      ))}
    </>
  )
}
