import { Box } from '@mui/material'
import type { SystemStyleObject, Theme } from '@mui/system'
import type { WorkingTime } from '../../../shared/domain/deadlines'
import type { LocalDate } from '../../../shared/domain/time'
import { calendar as words } from '../../i18n/ru/calendar'
import { dayLabel, type DayLook, type DayMark } from './dayLook'

const looks: Record<DayMark, SystemStyleObject<Theme>> = {
  working: {},
  weekend: { color: 'text.secondary', bgcolor: 'action.hover' },
  holiday: { color: 'error.main', bgcolor: 'action.hover', fontWeight: 700 },
  moved: { color: 'error.main', bgcolor: 'action.hover', fontWeight: 500 },
  nonWorking: { color: 'error.main', bgcolor: 'action.hover', fontWeight: 500 },
  local: { color: 'error.main', bgcolor: 'action.hover', fontWeight: 500 },
  short: { bgcolor: 'warning.light', color: 'warning.contrastText' },
  workingWeekend: { border: '1px solid', borderColor: 'text.primary', fontWeight: 500 },
  notScheduled: { color: 'text.secondary', bgcolor: 'action.hover', textDecoration: 'line-through' },
}

/** The sign beside the number, so that nothing is told by colour alone: a holiday's star, a moved day's arrows, a short day's hours. */
export function signOf({ mark, minutes }: Pick<DayLook, 'mark' | 'minutes'>): string {
  switch (mark) {
    case 'short':
      return new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 }).format(minutes / 60)
    case 'holiday':
    case 'moved':
    case 'nonWorking':
    case 'local':
    case 'workingWeekend':
      return words.signs[mark]
    case 'working':
    case 'weekend':
    case 'notScheduled':
      return ''
  }
}

// Three rows of months of six weeks each, and all else that stands above and below them.
const cellHeight = 'clamp(21px, (100vh - 346px) / 18, 36px)'

interface DayCellProps {
  readonly look: DayLook
  readonly time: WorkingTime
  readonly chosen: boolean
  readonly today: boolean
  readonly onChoose: (date: LocalDate) => void
}

export function DayCell({ look, time, chosen, today, onChoose }: DayCellProps) {
  const label = dayLabel(time, look)
  return (
    <Box
      component="td"
      role="gridcell"
      data-date={look.date}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      aria-current={today ? 'date' : undefined}
      aria-label={label}
      title={label}
      onClick={() => onChoose(look.date)}
      sx={{
        p: 0, height: cellHeight, textAlign: 'center', fontSize: 'clamp(0.8125rem, 1.4vh, 1rem)', lineHeight: '19px', fontVariantNumeric: 'tabular-nums', cursor: 'pointer', position: 'relative', userSelect: 'none', borderRadius: 0.5,
        ...looks[look.mark],
        ...(look.provisional ? { fontStyle: 'italic' } : {}),
        ...(today ? { textDecoration: 'underline', textDecorationThickness: 2, textUnderlineOffset: 3 } : {}),
        outline: chosen ? '2px solid' : undefined, outlineColor: 'primary.main', outlineOffset: -2,
        '&:hover': { boxShadow: 'inset 0 0 0 1px currentColor' },
      }}
    >
      {Number(look.date.slice(8))}
      <Sign text={signOf(look)} />
    </Box>
  )
}

export function Sign({ text }: { text: string }) {
  return text === '' ? null : <Box component="sup" aria-hidden sx={{ fontSize: '0.5625rem', lineHeight: 0, ml: '1px', fontWeight: 500 }}>{text}</Box>
}

/** The legend's sample of a mark. */
export function MarkSample({ mark, minutes }: { mark: DayMark; minutes: number }) {
  return (
    <Box component="span" aria-hidden sx={{ display: 'inline-block', minWidth: 26, height: 18, lineHeight: '17px', textAlign: 'center', borderRadius: 0.5, fontSize: '0.75rem', ...looks[mark] }}>
      {14}
      <Sign text={signOf({ mark, minutes })} />
    </Box>
  )
}
