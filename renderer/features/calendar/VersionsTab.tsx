import History from '@mui/icons-material/History'
import { Box, Button, Chip, Collapse, FormControlLabel, Paper, Switch, Typography } from '@mui/material'
import { useId, useMemo, useState } from 'react'
import { versionsOf, type CalendarRevision, type ProductionCalendar } from '../../../shared/domain/calendar'
import { localDateText } from '../../format/slices'
import { calendar as words } from '../../i18n/ru/calendar'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useInstantFormat } from '../../ui/formatContext'
import { useSay } from '../../ui/snackbar'
import { calendarChanges, ChangePreview } from './ChangePreview'
import { daySummary } from './dayLook'
import { useCalendarEdit } from './useCalendarEdit'

const t = words.versions
interface Version {
  readonly calendar: ProductionCalendar
  readonly madeBy: CalendarRevision | null
}

/** Every version of the calendar: who made it, when and why, what it changed, and the way back to it. */
export function VersionsTab() {
  const { calendar, revisions, mayEdit, adopt } = useCalendarEdit()
  const versions = useMemo(() => versionsOf({ calendar, revisions }), [calendar, revisions])
  const [wanted, setWanted] = useState<Version | null>(null)
  const format = useInstantFormat()
  const say = useSay()
  const restore = async (): Promise<undefined> => {
    if (wanted === null) return undefined
    await adopt(wanted.calendar, 'return', wanted.madeBy === null ? t.restoreShipped : t.restoreOf(format.full(wanted.madeBy.madeAt)))
    say({ text: t.restored })
    return undefined
  }
  const switchDays = (on: boolean) => void adopt({ ...calendar, nonWorkingDaysAreOff: on }, 'hand', words.switchReason(on))
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 820 }}>{t.hint}</Typography>
      {mayEdit && <FormControlLabel control={<Switch checked={calendar.nonWorkingDaysAreOff} onChange={(_event, on) => switchDays(on)} />} label={words.switch2021} />}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 1, maxWidth: 900 }}>
        {versions.map((version, index) => (
          <VersionItem key={version.calendar.version} version={version} former={versions[index + 1]?.calendar ?? null} current={index === 0} onRestore={mayEdit && index > 0 ? () => setWanted(version) : undefined} />
        ))}
      </Box>
      {wanted !== null && (
        <ActionDialog title={t.restoreTitle} width="md" confirmLabel={t.restore.replace('…', '')} onConfirm={restore} onClose={() => setWanted(null)}>
          <Typography variant="body2">{t.willBe}</Typography>
          <ChangePreview before={calendar} after={wanted.calendar} />
        </ActionDialog>
      )}
    </Box>
  )
}

function VersionItem({ version: { calendar, madeBy }, former, current, onRestore }: { version: Version; former: ProductionCalendar | null; current: boolean; onRestore: (() => void) | undefined }) {
  const format = useInstantFormat()
  const [open, setOpen] = useState(false)
  const id = useId()
  const changes = useMemo(() => (open && former !== null ? calendarChanges(former, calendar) : []), [open, former, calendar])
  return (
    <Paper component="li" variant="outlined" sx={{ px: 1.5, py: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <History fontSize="small" aria-hidden color="action" />
        <Typography variant="subtitle2" component="h3">{madeBy === null ? t.shipped : t.by(madeBy.by, format.full(madeBy.madeAt))}</Typography>
        {madeBy !== null && <Chip variant="outlined" label={t.kinds[madeBy.kind]} />}
        {current && <Chip color="primary" label={t.current} />}
        <Box sx={{ flex: 1 }} />
        {former !== null && <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{t.look}</Button>}
        {onRestore !== undefined && <Button onClick={onRestore}>{t.restore}</Button>}
      </Box>
      {madeBy !== null && <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{t.reason(madeBy.reason)}</Typography>}
      <Collapse in={open} id={id} unmountOnExit>
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {changes.length === 0 && <Typography component="li" variant="body2">{t.noChange}</Typography>}
          {changes.map(({ before, after }) => <Typography component="li" variant="body2" key={after.date}>{`${localDateText(after.date)}: ${daySummary(before)} → ${daySummary(after)}`}</Typography>)}
        </Box>
      </Collapse>
    </Paper>
  )
}
