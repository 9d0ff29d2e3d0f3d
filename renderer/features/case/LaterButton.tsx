import Snooze from '@mui/icons-material/Snooze'
import { IconButton, Tooltip } from '@mui/material'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { attention as words } from '../../i18n/ru/attention'
import { useDesktop } from '../../ui/desktop'
import { usePutOff } from '../../ui/laterContext'
import { useSay } from '../../ui/snackbar'

/** «Позже» for systems whose notifications have no buttons, and for whoever has opened the case. */
export function LaterButton({ caseId }: { caseId: CaseId }) {
  const putOff = usePutOff()
  const desktop = useDesktop()
  const say = useSay()
  if (putOff === null) return null
  const act = async () => {
    const done = await putOff([caseId])
    const got = await desktop.call('settings.get', undefined)
    if (!done) say({ text: words.laterNothing })
    else if (got.ok) say({ text: words.laterSaid(got.value.settings.notifications.laterMinutes) })
  }
  return (
    <Tooltip title={words.laterHint}>
      <IconButton size="small" aria-label={words.laterName} onClick={() => void act()}><Snooze fontSize="small" /></IconButton>
    </Tooltip>
  )
}
