import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { useState, type FormEvent } from 'react'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { BringFailure, Connection } from '../../application/server/desk'
import { sayJoinFailure } from './serverTexts'
import { server } from '../../i18n/ru/server'
import { useApplication } from '../applicationContext'
import { useLongWork, WorkProgress } from '../longWork'
import { useSay } from '../snackbar'
import { TroubleAlert } from './TroubleAlert'

const words = server.bring

/** The server's administrator brings this computer's journal along, once; then the person joins. */
export function BringAlong({ opening, connection, onBrought }: { opening: ServerOpening; connection: Connection; onBrought: () => Promise<void> }) {
  const application = useApplication()
  const say = useSay()
  const { running, run, cancel } = useLongWork()
  const [admin, setAdmin] = useState({ user: '', password: '' })
  const [failure, setFailure] = useState<BringFailure | null>(null)
  const [wasCancelled, setCancelled] = useState(false)
  const bring = async (event: FormEvent) => {
    event.preventDefault()
    if (admin.user.trim() === '' || admin.password === '') return
    setFailure(null)
    setCancelled(false)
    const brought = await run(words.working, (work) => application.server.bringAlong({ ...opening, user: admin.user.trim(), password: admin.password, remember: false }, work))
    if (!brought.ok) return setFailure(brought.error)
    if (brought.value.cancelled) return setCancelled(true)
    const { added, there, filesMissing } = brought.value
    say({ text: `${words.done(added, there)}${filesMissing > 0 ? ` ${words.filesMissing(filesMissing)}` : ''}`, severity: 'success' })
    await onBrought()
  }
  return (
    <Box component="section" aria-label={words.title} sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, p: 2, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Typography variant="subtitle1" component="h3">{words.title}</Typography>
      <Typography variant="body2">{words.about}</Typography>
      {connection.standing.kind === 'department' && <Alert severity="warning">{words.department}</Alert>}
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void bring(event)} sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2 }}>
          <TextField label={words.admin} value={admin.user} onChange={(event) => setAdmin({ ...admin, user: event.target.value })} autoComplete="off" slotProps={{ htmlInput: { spellCheck: false } }} />
          <TextField label={words.adminPassword} type="password" value={admin.password} onChange={(event) => setAdmin({ ...admin, password: event.target.value })} autoComplete="off" />
        </Box>
        {failure !== null && <TroubleAlert trouble={sayJoinFailure(failure)} />}
        {wasCancelled && <Alert severity="info">{words.cancelled}</Alert>}
        {running === null ? <Box><Button type="submit" variant="contained" disabled={admin.user.trim() === '' || admin.password === ''}>{words.run}</Button></Box> : <WorkProgress running={running} onCancel={cancel} />}
      </Box>
    </Box>
  )
}
