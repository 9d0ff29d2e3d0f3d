import { Alert, Box, Checkbox, FormControlLabel, FormGroup, FormHelperText, Switch, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../shared/ipc/app'
import { notificationKinds, type UserSettings, type UserSettingsPatch } from '../../../shared/settings/settings'
import { settings } from '../../i18n/ru/settings'
import { useDesktop } from '../../ui/desktop'
import { useSay } from '../../ui/snackbar'
import { WarningFields } from './WarningFields'

const words = settings.program

/** What belongs to this computer: notifications, the tray, the start. Each switch is in force at once. */
export function ProgramSection() {
  const desktop = useDesktop()
  const say = useSay()
  const [state, setState] = useState<{ readonly settings: UserSettings; readonly putAside: string | null } | null>(null)
  const [info, setInfo] = useState<AppInfo | null>(null)
  const [laterWrong, setLaterWrong] = useState(false)
  useEffect(() => {
    void desktop.call('settings.get', undefined).then((got) => (got.ok ? setState(got.value) : say({ text: got.error.message, severity: 'error' })))
    void desktop.call('app.info', undefined).then((got) => got.ok && setInfo(got.value))
    return desktop.listen('settings.changed', (changed) => setState((before) => (before === null ? null : { ...before, settings: changed })))
  }, [desktop, say])
  if (state === null) return null
  const { notifications, closeToTray, startWithSystem } = state.settings
  const change = async (patch: UserSettingsPatch) => {
    const set = await desktop.call('settings.set', patch)
    if (set.ok) setState((before) => (before === null ? null : { ...before, settings: set.value }))
    else say({ text: set.error.message, severity: 'error' })
  }
  const notify = (patch: Partial<UserSettings['notifications']>) => void change({ notifications: { ...notifications, ...patch } })
  const minutes = (typed: string) => {
    const value = Number(typed)
    const right = Number.isInteger(value) && value >= 1 && value <= 240
    setLaterWrong(!right)
    if (right) notify({ laterMinutes: value })
  }
  return (
    <>
      {state.putAside !== null && <Alert severity="warning">{words.putAside(state.putAside)}</Alert>}
      <FormGroup>
        <FormControlLabel control={<Switch checked={notifications.enabled} onChange={(_event, enabled) => notify({ enabled })} />} label={words.notifications} />
        <Box role="group" aria-label={words.about} sx={{ pl: 5, display: 'flex', flexDirection: 'column' }}>
          <Typography variant="body2" color="textSecondary">{words.about}</Typography>
          {notificationKinds.map((kind) => (
            <FormControlLabel
              key={kind}
              disabled={!notifications.enabled}
              control={<Checkbox checked={!notifications.off.includes(kind)} onChange={(_event, on) => notify({ off: on ? notifications.off.filter((one) => one !== kind) : [...notifications.off, kind] })} />}
              label={words.kinds[kind]}
            />
          ))}
        </Box>
        <WarningFields warnings={notifications.ownWarnings} disabled={!notifications.enabled} onChange={(ownWarnings) => notify({ ownWarnings })} />
        <FormControlLabel disabled={!notifications.enabled} control={<Switch checked={notifications.personalData} onChange={(_event, personalData) => notify({ personalData })} />} label={words.personalData} />
        <FormHelperText>{words.personalDataHint}</FormHelperText>
      </FormGroup>
      <TextField type="number" label={words.laterMinutes} defaultValue={notifications.laterMinutes} onBlur={(event) => minutes(event.target.value)} error={laterWrong} helperText={laterWrong ? words.laterWrong : undefined} slotProps={{ htmlInput: { min: 1, max: 240 } }} sx={{ width: 320 }} />
      <FormGroup>
        <FormControlLabel control={<Switch checked={closeToTray} disabled={info?.tray === false} onChange={(_event, on) => void change({ closeToTray: on })} />} label={info?.tray === false ? words.closeToTrayNo : words.closeToTray} />
        <FormControlLabel control={<Switch checked={startWithSystem} disabled={info?.packaged === false} onChange={(_event, on) => void change({ startWithSystem: on })} />} label={info?.packaged === false ? words.startWithSystemNo : words.startWithSystem} />
      </FormGroup>
    </>
  )
}
