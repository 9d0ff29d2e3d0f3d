import AccessTime from '@mui/icons-material/AccessTime'
import AlarmOff from '@mui/icons-material/AlarmOff'
import Bedtime from '@mui/icons-material/BedtimeOutlined'
import { Box, Button, Tooltip, Typography } from '@mui/material'
import { useMemo } from 'react'
import { departmentName } from '../format/people'
import { ru } from '../i18n/ru'
import { useActor, useDirectory, useOffice } from '../ui/applicationContext'
import { useNow } from '../ui/clock/clockContext'
import { Countdown } from '../ui/deadlines/Countdown'
import { useDeadlineDesk, useOpenCases } from '../ui/deadlines/deadlinesContext'
import { useInstantFormat } from '../ui/formatContext'
import { currentForwarding } from '../ui/message/currentForwarding'
import { useNavigation } from '../ui/navigation'
import { RoleSwitcher } from './RoleSwitcher'
import { ServerStatus } from './ServerStatus'
import { ThemeSwitcher } from './ThemeSwitcher'
import { TrainingBadge } from './TrainingBadge'
import { UpkeepNote } from './UpkeepNote'

const words = ru.shell.status

/** Always on top: whose clock runs out next, whether it is working time, whether everything is sent; and who acts. */
export function StatusBand() {
  const { name } = useOffice()
  return (
    <Box component="header" aria-label={words.label} sx={{ display: 'flex', alignItems: 'center', gap: { xs: 1, md: 2 }, px: 1.5, minHeight: 42, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', whiteSpace: 'nowrap' }}>
      <Tooltip title={name}>
        <Typography component="h1" variant="subtitle1" sx={{ flexShrink: 0, color: 'primary.main', fontWeight: 700 }}>{ru.shell.product}</Typography>
      </Tooltip>
      <TrainingBadge />
      <NextDue />
      <Box sx={{ flex: 1 }} />
      <UpkeepNote />
      <WorkingTimeNote />
      <ServerStatus />
      <ThemeSwitcher />
      <RoleSwitcher />
    </Box>
  )
}

/** Whose clock runs out next; a click opens that case. How many ran out already stands beside. */
function NextDue() {
  const cases = useOpenCases()
  const now = useNow('minute')
  const actor = useActor()
  const directory = useDirectory()
  const { go } = useNavigation()
  const screen = actor.role === 'department' ? 'department' : 'inbox'
  const { next, overdue } = useMemo(() => {
    const open = cases.flatMap(({ state, rules, deadlines }) => {
      const binding = deadlines?.binding ?? null
      return binding === null || rules === null ? [] : [{ state, rules, binding }]
    })
    const late = open.filter(({ binding }) => now > binding.due)
    const coming = open.filter(({ binding }) => now <= binding.due).sort((one, other) => one.binding.due - other.binding.due)
    return { next: coming[0], overdue: late.length }
  }, [cases, now])
  const forwarding = next === undefined ? undefined : currentForwarding(next.state)
  const whose = next === undefined ? '' : next.state.stage === 'department' || next.state.stage === 'rework' ? (forwarding === undefined ? '' : departmentName(directory, forwarding.to)) : words.operator
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, overflow: 'hidden' }}>
      {overdue > 0 && (
        <Typography variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: 'error.main', fontWeight: 500 }}>
          <AlarmOff fontSize="small" aria-hidden />
          {words.overdue(overdue)}
        </Typography>
      )}
      {next === undefined ? (
        overdue === 0 && <Typography variant="body2" color="textSecondary">{words.nothingRuns}</Typography>
      ) : (
        <Button color="inherit" onClick={() => go({ screen, caseId: next.state.id })} sx={{ gap: 0.75, minWidth: 0, overflow: 'hidden', justifyContent: 'flex-start' }}>
          <Typography component="span" variant="body2" color="textSecondary" sx={{ display: { xs: 'none', lg: 'inline' } }}>{words.nextIs}</Typography>
          <Countdown deadline={next.binding} rules={next.rules} />
          <Typography component="span" variant="body2" noWrap sx={{ minWidth: 0 }}>{`${whose}: ${ru.deadlines.ruleShort[next.binding.id]}`}</Typography>
        </Button>
      )}
    </Box>
  )
}

/** Whether somebody works now, and until when it stays so. */
function WorkingTimeNote() {
  const { rulebook } = useDeadlineDesk()
  const now = useNow('minute')
  const format = useInstantFormat()
  const office = rulebook.inForceAt(now)?.office
  if (office === undefined) return null
  const closing = office.closing(now)
  const until = closing ?? office.nextOpening('working', now)
  const Icon = closing === null ? Bedtime : AccessTime
  const said = closing === null ? words.notWorkingUntil(format.near(until, now)) : words.workingUntil(format.near(until, now))
  return (
    <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <Icon fontSize="small" aria-hidden />
      <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>{said}</Box>
    </Typography>
  )
}
