import { Alert, Box, Button, LinearProgress, Paper, Typography } from '@mui/material'
import { useState, type FormEvent } from 'react'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { Result } from '../../../shared/lib/result'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { ServerFields } from '../../ui/server/ServerFields'
import { emptyServerFields, openingOf } from '../../ui/server/fieldValues'

const words = serverAdmin.connect

/** Who the server's administrator is. `onOpen` looks at the server; its error is a sentence. */
export function ConnectForm({ onOpen }: { onOpen: (opening: ServerOpening) => Promise<Result<undefined, string>> }) {
  const joined = useObservable(useApplication().server.joined)
  const [values, setValues] = useState({ ...emptyServerFields, address: joined?.address ?? '', user: 'admin', insistHttp: joined?.insistHttp ?? false })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const opening = openingOf(values, { remember: false })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!opening.ok || busy) return
    setBusy(true)
    setProblem(null)
    // The authority's certificate of the person's own connection is good for this one too.
    const ca = opening.value.ca ?? (joined?.address === opening.value.address ? joined.ca : undefined)
    const opened = await onOpen({ ...opening.value, ...(ca === undefined ? {} : { ca }) })
    if (opened.ok) return
    setBusy(false)
    setProblem(opened.error)
  }
  return (
    <Box sx={{ flex: 1, overflow: 'auto', p: 2.5 }}>
      <Paper component="form" noValidate variant="outlined" onSubmit={(event) => void submit(event)} aria-labelledby="server-admin-title" sx={{ maxWidth: 720, p: 2.5, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Typography id="server-admin-title" variant="h6" component="h2">{words.title}</Typography>
        <Typography variant="body2">{words.about}</Typography>
        <ServerFields
          autoFocus
          values={values}
          errors={asked && !opening.ok ? opening.error : {}}
          set={(change) => setValues((before) => ({ ...before, ...change }))}
          labels={{ user: words.user, userHint: words.userHint, password: words.password }}
        />
        {problem !== null && <Alert severity="error" role="alert">{problem}</Alert>}
        {busy && <Box role="status"><Typography variant="body2">{words.looking}</Typography><LinearProgress aria-label={words.looking} /></Box>}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Button type="submit" variant="contained" size="medium" disabled={busy} sx={{ flexShrink: 0 }}>{words.submit}</Button>
          <Typography variant="body2" color="textSecondary">{words.forgotten}</Typography>
        </Box>
        <Alert severity="info">{words.install}</Alert>
      </Paper>
    </Box>
  )
}
