import Add from '@mui/icons-material/Add'
import { Alert, Box, Button, Card, CardActionArea, CardContent, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { type Schedule, WEEKDAY_KEYS, type WeekdayKey } from '../../../shared/domain/deadlines'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { departmentFullName } from '../../format/people'
import { hoursAndMinutes } from '../../format/durations'
import { settings } from '../../i18n/ru/settings'
import { useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { useDeadlineDesk } from '../../ui/deadlines/deadlinesContext'
import { dateText } from './dateText'
import { ScheduleDialog } from './ScheduleDialog'
import { hoursText, scheduleFormOf, weekMinutes } from './scheduleForm'

const words = settings.schedule

/** Who works when: the administration first, then structures with hours of their own. */
export function ScheduleSection({ mayEdit }: { mayEdit: boolean }) {
  const { schedules, directory } = useOffice()
  const desk = useDeadlineDesk()
  const now = useNow('minute')
  const [edited, setEdited] = useState<Schedule | 'new' | null>(null)
  const sorted = useMemo(
    () => [...schedules].sort((a, b) => Number(a.department !== null) - Number(b.department !== null) || (b.validFrom ?? '').localeCompare(a.validFrom ?? '')),
    [schedules],
  )
  return (
    <>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      {desk.rulebook.inForceAt(now) === null && <Alert severity="error">{words.nothingToday}</Alert>}
      {sorted.map((schedule) => (
        <Card key={schedule.id} variant="outlined">
          <CardActionArea disabled={!mayEdit} onClick={() => setEdited(schedule)}>
            <CardContent sx={{ py: 1.25 }}>
              <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
                <Typography variant="subtitle1" component="h3" sx={{ flex: 1 }}>{schedule.title}</Typography>
                <Typography variant="body2" color="textSecondary">{period(schedule)}</Typography>
              </Box>
              <Typography variant="body2" color="textSecondary">
                {`${schedule.department === null ? words.office : departmentFullName(directory, schedule.department as DepartmentId)}. ${words.weekLength(hoursAndMinutes(weekMinutes(scheduleFormOf(schedule).week) * 60_000))}`}
              </Typography>
              <Typography variant="body2">{weekText(schedule)}</Typography>
            </CardContent>
          </CardActionArea>
        </Card>
      ))}
      {mayEdit && <Box><Button variant="outlined" startIcon={<Add />} onClick={() => setEdited('new')}>{words.add}</Button></Box>}
      {edited !== null && <ScheduleDialog schedule={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function period({ validFrom, validTo }: Schedule): string {
  if (validFrom !== null && validTo !== null) return words.period(dateText(validFrom), dateText(validTo))
  if (validFrom !== null) return words.since(dateText(validFrom))
  return validTo === null ? words.always : words.until(dateText(validTo))
}

/** «Понедельник–пятница: 08:00–12:00, 13:00–17:00; суббота–воскресенье: выходной». */
function weekText(schedule: Schedule): string {
  const runs: { from: WeekdayKey; to: WeekdayKey; hours: string }[] = []
  for (const day of WEEKDAY_KEYS) {
    const hours = hoursText(schedule.week[day])
    const last = runs.at(-1)
    if (last !== undefined && last.hours === hours) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs
    .map(({ from, to, hours }) => `${words.weekdays[from]}${from === to ? '' : `–${words.weekdays[to].toLowerCase()}`}: ${hours === '' ? words.dayOff : hours}`)
    .join('; ')
}
