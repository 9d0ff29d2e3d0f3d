import { Box, Button, TextField } from '@mui/material'
import { useState, type FormEvent } from 'react'
import type { JoinedServer, JoinFailure } from '../../application/server/desk'
import { waitsForPassword, type SyncStatus } from '../../application/server/status'
import { sayJoinFailure } from '../../ui/server/serverTexts'
import { server as words } from '../../i18n/ru/server'
import { useApplication } from '../../ui/applicationContext'
import { Section } from '../../ui/Section'
import { RememberChoice } from '../../ui/server/RememberChoice'
import { TroubleAlert } from '../../ui/server/TroubleAlert'
import { useKeyring } from '../../ui/server/useKeyring'

const page = words.page

/** The password again: where the server waits for it at once, otherwise when the person asks. */
export function SignInSection({ status, joined }: { status: SyncStatus; joined: JoinedServer }) {
  const isAsked = waitsForPassword(status)
  const [wanted, setWanted] = useState(false)
  if (!isAsked && !wanted) return <Box><Button onClick={() => setWanted(true)}>{page.signInAgain}</Button></Box>
  return (
    <Section title={`${page.signInTitle}: ${joined.user}`}>
      <SignInForm rememberFirst={joined.remember} onTry={() => setWanted(true)} onDone={() => setWanted(false)} />
    </Section>
  )
}

/** Stays while the server is asked, so that a refusal is shown beside what was typed. */
function SignInForm({ rememberFirst, onTry, onDone }: { rememberFirst: boolean; onTry: () => void; onDone: () => void }) {
  const { server } = useApplication()
  const keyring = useKeyring()
  const [password, setPassword] = useState('')
  const [remember, setRemember] = useState(rememberFirst)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<JoinFailure | null>(null)
  const signIn = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || busy) return
    onTry()
    setBusy(true)
    setFailure(null)
    const signedIn = await server.signIn(password, remember && keyring === true)
    setBusy(false)
    if (signedIn.ok) onDone()
    else setFailure(signedIn.error)
  }
  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => void signIn(event)} sx={{ display: 'flex', flexDirection: 'column', gap: 1, pt: 1, maxWidth: 480 }}>
      <TextField autoFocus type="password" label={page.newPassword} value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="off" />
      <RememberChoice keyring={keyring} remember={remember} set={setRemember} />
      {failure !== null && <TroubleAlert trouble={sayJoinFailure(failure)} />}
      <Box><Button type="submit" variant="contained" disabled={busy || password === ''}>{busy ? page.signingIn : page.signIn}</Button></Box>
    </Box>
  )
}
