import ComputerIcon from '@mui/icons-material/Computer'
import { Box, Button, Tooltip } from '@mui/material'
import { headlineOf } from '../application/server/status'
import { ru } from '../i18n/ru'
import { server as words } from '../i18n/ru/server'
import { useApplication, useObservable } from '../ui/applicationContext'
import { useNavigation } from '../ui/navigation'
import { toneLook, useHeadline } from '../ui/server/HeadlineLine'

/** For a screen reader alone: a button's own words are not announced when they change. */
const heardOnly = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const

/** Whether everything is sent, in words; a click opens the page of details. A computer alone says that it is alone. */
export function ServerStatus() {
  const { server } = useApplication()
  const isJoined = useObservable(server.joined) !== null
  const status = useObservable(server.status)
  const { go } = useNavigation()
  const { text, tone } = useHeadline(headlineOf(status))
  const { icon: Icon, color } = toneLook[tone]
  const needed = isJoined && tone !== 'fine'
  return (
    <>
      {isJoined && <Box role="status" sx={heardOnly}>{text}</Box>}
      <Tooltip describeChild title={isJoined ? `${text}. ${words.headline.details}` : ru.shell.status.thisComputerHint}>
        <Button color="inherit" aria-label={text} onClick={() => go({ screen: 'server' })} sx={{ gap: 0.75, minWidth: 0, flexShrink: needed ? 0 : 1, color: isJoined ? undefined : 'text.secondary' }}>
          {isJoined ? <Icon fontSize="small" aria-hidden sx={{ color }} /> : <ComputerIcon fontSize="small" aria-hidden />}
          {/* What needs nobody gives way on a narrow window; its icon and the tooltip stay. */}
          <Box component="span" sx={{ display: needed ? 'block' : { xs: 'none', lg: 'block' }, maxWidth: { xs: 230, md: 260, lg: 420 }, overflow: 'hidden', textOverflow: 'ellipsis' }}>{text}</Box>
        </Button>
      </Tooltip>
    </>
  )
}
