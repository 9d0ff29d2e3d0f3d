import { Box, Button, Paper, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import type { CalendarYear } from '../../../shared/domain/calendar'
import { localDateText } from '../../format/slices'
import { settings } from '../../i18n/ru/settings'
import { useOffice } from '../../ui/applicationContext'
import { useNavigation } from '../../ui/navigation'

const words = settings.calendar

/** Which years are firm; the calendar itself is a screen of its own. */
export function CalendarSection() {
  const { calendar } = useOffice()
  const { go } = useNavigation()
  return (
    <>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <Paper variant="outlined">
        <Table aria-label={settings.sections.calendar}>
          <TableBody>
            {[...calendar.years].sort((a, b) => b.year - a.year).map((year) => (
              <TableRow key={year.year}>
                <TableCell sx={{ width: 90 }}>{words.year(year.year)}</TableCell>
                <TableCell>{basisOf(year)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
      <Box><Button variant="outlined" onClick={() => go({ screen: 'calendar' })}>{words.open}</Button></Box>
    </>
  )
}

/** Only a year whose decree is named rests on one, whoever wrote the days. */
const basisOf = ({ basis, act }: CalendarYear): string => (act !== null ? words.firm(act.number, localDateText(act.date)) : words.basis[basis === 'decree' ? 'manual' : basis])
