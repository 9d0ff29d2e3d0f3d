import AlarmOff from '@mui/icons-material/AlarmOff'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import DoNotDisturb from '@mui/icons-material/DoNotDisturbOnOutlined'
import ExpandMore from '@mui/icons-material/ExpandMore'
import HourglassBottom from '@mui/icons-material/HourglassBottom'
import RunningWithErrors from '@mui/icons-material/RunningWithErrors'
import { Alert, Box, Button, Collapse, Typography } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import { useId, useState } from 'react'
import type { CaseDeadlines, Deadline, DeadlineState, RulesInForce } from '../../../shared/domain/deadlines'
import { assertNever } from '../../../shared/lib/assertNever'
import { hoursAndMinutes } from '../../format/durations'
import type { InstantFormat } from '../../format/instants'
import { ru } from '../../i18n/ru'
import { useInstantFormat } from '../formatContext'
import { Countdown } from './Countdown'
import { disputedEndText, lateText, workableText } from './deadlineTexts'
import { ExplanationTable } from './ExplanationTable'

const words = ru.deadlines
const signs: Record<DeadlineState, SvgIconComponent> = { running: HourglassBottom, overdue: AlarmOff, met: CheckCircle, breached: RunningWithErrors, lifted: DoNotDisturb }
const colors: Record<DeadlineState, string> = { running: 'text.primary', overdue: 'error.main', met: 'success.main', breached: 'error.main', lifted: 'text.secondary' }

/** Every term of a case, the one that binds on top, each with its clause and its explanation. */
export function DeadlineList({ deadlines, rules }: { deadlines: CaseDeadlines; rules: RulesInForce }) {
  const { binding } = deadlines
  const ordered = [...deadlines.deadlines].sort((one, other) => Number(other === binding) - Number(one === binding) || Number(one.closedAt !== null) - Number(other.closedAt !== null) || one.due - other.due)
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {ordered.map((deadline) => (
        <DeadlineItem key={`${deadline.id}-${deadline.index}`} deadline={deadline} rules={rules} binds={deadline === binding} />
      ))}
    </Box>
  )
}

function DeadlineItem({ deadline, rules, binds }: { deadline: Deadline; rules: RulesInForce; binds: boolean }) {
  const [open, setOpen] = useState(false)
  const format = useInstantFormat()
  const id = useId()
  const Sign = signs[deadline.state]
  const number = deadline.index > 0 ? ` (${deadline.index + 1})` : ''
  const workable = deadline.closedAt === null && deadline.state === 'running' ? workableText(deadline, format) : null
  const disputed = deadline.closedAt === null ? disputedEndText(deadline) : null
  const capped = deadline.binds !== deadline.id
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '22px minmax(0, 1fr) auto auto', columnGap: 1, alignItems: 'center', py: 0.375 }}>
        <Sign fontSize="small" titleAccess={words.state[deadline.state]} sx={{ color: colors[deadline.state] }} />
        <Box>
          <Typography variant="body2" sx={{ fontWeight: binds ? 700 : 400 }}>{`${words.rule[deadline.id]}${number}`}</Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {[words.clause(deadline.bindingTerm.clause), capped ? words.cappedBy(words.rule[deadline.binds].toLowerCase()) : '', binds ? words.binds : ''].filter((part) => part !== '').join(' · ')}
          </Typography>
        </Box>
        <Box sx={{ textAlign: 'right', maxWidth: 280 }}>
          <Typography variant="body2" sx={{ whiteSpace: 'nowrap' }}>{words.due(format.moment(deadline.due))}</Typography>
          {deadline.closedAt === null ? <Countdown deadline={deadline} rules={rules} /> : <Typography variant="caption" component="div" sx={{ color: colors[deadline.state] }}>{closedText(deadline, format)}</Typography>}
        </Box>
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : undefined }} />} sx={{ whiteSpace: 'nowrap' }}>{open ? words.hide : words.explain}</Button>
      </Box>
      {[workable, disputed].map((line) => line !== null && (
        <Typography key={line} variant="caption" color="textSecondary" component="p" sx={{ m: 0, pl: 3.5, pb: 0.5 }}>{line}</Typography>
      ))}
      {deadline.overdueAtStart && <Typography variant="caption" color="error" component="p" sx={{ m: 0, pl: 3.5, pb: 0.5 }}>{words.overdueAtStart}</Typography>}
      {deadline.provisional.length > 0 && <Alert severity="info" sx={{ ml: 3.5, mb: 0.5 }}>{words.provisional(deadline.provisional.join(', '))}</Alert>}
      <Collapse in={open} unmountOnExit id={id}><ExplanationTable deadline={deadline} rules={rules} /></Collapse>
    </Box>
  )
}

function closedText(deadline: Deadline, format: InstantFormat): string {
  const { state, closedAt, due, late } = deadline
  if (closedAt === null) return words.state[state]
  const when = format.moment(closedAt)
  switch (state) {
    case 'met':
      return words.metAt(when, hoursAndMinutes(due - closedAt))
    case 'breached':
      return words.breachedAt(when, late === null ? hoursAndMinutes(closedAt - due) : lateText(late))
    case 'lifted':
      return words.liftedAt(when)
    case 'running':
    case 'overdue':
      return words.state[state]
    default:
      return assertNever(state, 'state of a deadline')
  }
}
