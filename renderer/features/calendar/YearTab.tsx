import Today from '@mui/icons-material/TodayOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Alert, Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { compile } from '../../../shared/domain/deadlines'
import { addDays, dateOf, localDateOf, yearOfDate, type LocalDate } from '../../../shared/domain/time'
import { calendar as words } from '../../i18n/ru/calendar'
import { useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { MarkSample } from './DayCell'
import { actText, type DayMark } from './dayLook'
import { DayPanel } from './DayPanel'
import { EditDayDialog } from './EditDayDialog'
import { ImportDialog } from './ImportDialog'
import { editChord, importChord, todayChord } from './keys'
import { MonthGrid } from './MonthGrid'
import { addMonths, inYear } from './moves'
import { NormTable } from './NormTable'
import { scheduleOptions } from './schedules'
import { ScheduleSelect } from './ScheduleSelect'
import { useCalendarEdit } from './useCalendarEdit'

const firstYear = 2021
const leastLastYear = 2028
const legend: readonly DayMark[] = ['short', 'holiday', 'moved', 'workingWeekend', 'local', 'nonWorking']

/** Twelve months, what they add up to, and why a day is what it is. */
export function YearTab() {
  const { calendar, schedules, zone, directory } = useOffice()
  const { mayEdit } = useCalendarEdit()
  const today = localDateOf(useNow('minute'), zone)
  const [chosen, setChosen] = useState<LocalDate>(today)
  const [scheduleKey, setScheduleKey] = useState('')
  const [dialog, setDialog] = useState<'edit' | 'import' | File | null>(null)
  const months = useRef<HTMLDivElement>(null)
  const year = yearOfDate(chosen)
  const lastYear = Math.max(leastLastYear, ...calendar.years.map((one) => one.year + 1))
  const options = useMemo(() => scheduleOptions(schedules, directory), [schedules, directory])
  const option = options.find(({ key }) => key === scheduleKey) ?? options[0]
  const time = useMemo(() => (option === undefined ? null : compile(option.schedule, calendar, zone)), [option, calendar, zone])

  // Where not all months fit, the year opens at today.
  useEffect(() => months.current?.querySelector('[aria-current="date"]')?.scrollIntoView({ block: 'nearest' }), [])

  const choose = (date: LocalDate) => {
    if (yearOfDate(date) < firstYear || yearOfDate(date) > lastYear) return
    setChosen(date)
    // The cell of another year is there only after the drawing.
    requestAnimationFrame(() => months.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus())
  }
  const moved = (code: string, label: string, to: () => LocalDate, also?: { code: string; to: () => LocalDate }) => [
    { chord: { code }, label, run: () => choose(to()) },
    ...(also === undefined ? [] : [{ chord: { code: also.code }, label, run: () => choose(also.to()) }]),
  ]
  useShortcuts(words.keys.group, [
    ...moved('ArrowLeft', words.keys.move, () => addDays(chosen, -1), { code: 'ArrowRight', to: () => addDays(chosen, 1) }),
    ...moved('ArrowUp', words.keys.move, () => addDays(chosen, -7), { code: 'ArrowDown', to: () => addDays(chosen, 7) }),
    ...moved('PageUp', words.keys.month, () => addMonths(chosen, -1), { code: 'PageDown', to: () => addMonths(chosen, 1) }),
    { chord: { code: 'PageUp', shift: true }, also: [{ code: 'BracketLeft' }], label: words.keys.year, run: () => choose(inYear(chosen, year - 1)) },
    { chord: { code: 'PageDown', shift: true }, also: [{ code: 'BracketRight' }], label: words.keys.year, run: () => choose(inYear(chosen, year + 1)) },
    { chord: todayChord, label: words.keys.today, run: () => choose(today) },
    { chord: editChord, label: words.keys.edit, run: () => setDialog('edit'), disabled: !mayEdit },
    { chord: importChord, label: words.keys.import, run: () => setDialog('import'), disabled: !mayEdit },
  ])
  if (option === undefined || time === null) return null

  const data = time.days.year(year)
  const provisional = data.basis === 'statute'
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file !== undefined && mayEdit) setDialog(file)
  }
  return (
    <Box onDragOver={(event) => event.preventDefault()} onDrop={drop} sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', p: 1.5, gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ToggleButtonGroup exclusive size="small" value={year} aria-label={words.year} onChange={(_event, next: number | null) => next !== null && setChosen(inYear(chosen, next))} sx={{ '& .MuiToggleButton-root': { px: 1, py: 0.25, textTransform: 'none' } }}>
          {Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).map((each) => (
            <ToggleButton key={each} value={each} aria-label={time.days.isProvisional(each) ? words.provisionalYear(each) : String(each)}>{time.days.isProvisional(each) ? `${each} ?` : each}</ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ScheduleSelect options={options} value={option.key} onChange={setScheduleKey} />
        <Button startIcon={<Today />} endIcon={<KeyCap chord={todayChord} />} onClick={() => choose(today)}>{words.today}</Button>
        <Box sx={{ flex: 1 }} />
        {mayEdit && <Button variant="outlined" startIcon={<UploadFile />} endIcon={<KeyCap chord={importChord} />} onClick={() => setDialog('import')}>{words.import}</Button>}
      </Box>
      {provisional && <Alert severity="warning">{words.provisional(year)}</Alert>}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 1.5 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto' }}>
          {/* Four months a row at most: a year reads as three rows, and a large screen has larger days rather than an empty half. */}
          <Box ref={months} sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(max(196px, calc((100% - 24px) / 4)), 1fr))', gap: 1 }}>
            {words.months.map((name, index) => (
              <MonthGrid key={name} year={year} month={index + 1} time={time} chosen={isIn(chosen, year, index + 1)} today={isIn(today, year, index + 1)} onChoose={setChosen} />
            ))}
          </Box>
          <Box role="note" aria-label={words.legend} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0, mt: 0.5 }}>
            {legend.map((mark) => (
              <Typography key={mark} variant="caption" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}><MarkSample mark={mark} minutes={420} />{words.marks[mark]}</Typography>
            ))}
          </Box>
        </Box>
        <Box component="aside" sx={{ width: { xs: 264, md: 284 }, flexShrink: 0, overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 1, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25 }}>
          <DayPanel date={chosen} time={time} onEdit={mayEdit ? () => setDialog('edit') : undefined} />
          <Typography variant="caption" color="textSecondary">{data.act === null ? words.basis[data.basis === 'decree' ? 'manual' : data.basis] : words.basis.decree(actText(data.act))}</Typography>
          <NormTable calendar={calendar} year={year} />
        </Box>
      </Box>
      {dialog === 'edit' && <EditDayDialog key={chosen} date={chosen} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'edit' && <ImportDialog file={dialog === 'import' ? null : dialog} onClose={() => setDialog(null)} onAdopted={(adopted) => setChosen(inYear(chosen, adopted))} />}
    </Box>
  )
}

const isIn = (date: LocalDate, year: number, month: number): LocalDate | null => (date.startsWith(dateOf(year, month, 1).slice(0, 7)) ? date : null)
