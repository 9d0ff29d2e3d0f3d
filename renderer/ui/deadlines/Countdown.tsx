import AlarmOff from '@mui/icons-material/AlarmOff'
import HourglassBottom from '@mui/icons-material/HourglassBottom'
import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import Timer from '@mui/icons-material/Timer'
import { Box, Typography } from '@mui/material'
import type { Deadline, RulesInForce } from '../../../shared/domain/deadlines'
import { instant, type Instant } from '../../../shared/domain/time'
import { clockFace, hoursAndMinutes } from '../../format/durations'
import { ru } from '../../i18n/ru'
import { useNow } from '../clock/clockContext'
import { useInstantFormat } from '../formatContext'

const minute = 60_000
const hour = 60 * minute

/** How an open deadline stands at `now`. */
export interface Standing {
  /** `stands`: the clock of this term is not running now (night, lunch, a day off). */
  readonly state: 'runs' | 'stands' | 'soon' | 'overdue'
  /** ms of the term's own clock; of wall time once overdue. */
  readonly span: number
  /** When the standing clock goes on. */
  readonly goesOnAt?: Instant
}

export function standingOf(deadline: Deadline, rules: RulesInForce, now: Instant): Standing {
  const { due, bindingTerm } = deadline
  if (now > due) return { state: 'overdue', span: now - due }
  const { clock } = bindingTerm
  if (clock === 'calendar' || clock === 'elapsed') return { state: due - now < hour ? 'soon' : 'runs', span: due - now }
  const time = rules.timeOf(bindingTerm.department)
  const span = time.between(clock, now, due)
  if (!time.isOpen(clock, now)) return { state: 'stands', span, goesOnAt: time.nextOpening(clock, now) }
  return { state: span < hour ? 'soon' : 'runs', span }
}

/**
 * The standing as it is shown: far from the end as of the whole minute, so that every place shows the same one; in the last
 * hour and once overdue as of this very instant, or an overdue case would have a second left for a minute more.
 */
export function shownStanding(deadline: Deadline, rules: RulesInForce, now: Instant): Standing {
  const exact = standingOf(deadline, rules, now)
  return exact.state === 'soon' || exact.state === 'overdue' ? exact : standingOf(deadline, rules, instant(now - (now % minute)))
}

const signs = { runs: HourglassBottom, stands: PauseCircle, soon: Timer, overdue: AlarmOff } as const
const colors = { runs: 'text.primary', stands: 'text.secondary', soon: 'warning.main', overdue: 'error.main' } as const

/** What is left, ticking by the shared clock; draws only itself again. Seconds in the last hour of a large one. */
export function Countdown({ deadline, rules, large = false }: { deadline: Deadline; rules: RulesInForce; large?: boolean }) {
  const now = useNow(large ? 'second' : 'minute')
  const format = useInstantFormat()
  const { state, span, goesOnAt } = shownStanding(deadline, rules, now)
  const Sign = signs[state]
  // A list is drawn once a minute, so it must not show seconds that stand still.
  const length = large && state === 'soon' ? clockFace(span) : span < minute ? ru.deadlines.lessThanMinute : hoursAndMinutes(span - (span % minute))
  const words = ru.deadlines
  const said = state === 'overdue' ? words.late(length) : goesOnAt !== undefined ? words.stands(length, format.near(goesOnAt, now)) : words.left(length)
  const face = large ? said : state === 'overdue' ? `−${length}` : length
  return (
    <Box role="timer" aria-label={said} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: colors[state], whiteSpace: large ? 'normal' : 'nowrap' }}>
      <Sign sx={{ fontSize: large ? 20 : 16 }} aria-hidden />
      <Typography component="span" variant={large ? 'body1' : 'body2'} sx={{ fontWeight: state === 'overdue' || state === 'soon' ? 700 : 500, fontVariantNumeric: 'tabular-nums' }}>{face}</Typography>
      {!large && state === 'overdue' && <Typography component="span" variant="caption" sx={{ fontWeight: 500 }}>{words.overdueShort}</Typography>}
    </Box>
  )
}
