import { Box, Button, Paper, Typography } from '@mui/material'
import { useState, type FormEvent } from 'react'
import type { ServerOpening } from '../../../shared/ipc/server'
import { sayJoinFailure } from './serverTexts'
import { ru } from '../../i18n/ru'
import { server } from '../../i18n/ru/server'
import { useDraft } from '../draft/useDraft'
import { BringAlong } from './BringAlong'
import { ConnectionFacts } from './ConnectionFacts'
import { RememberChoice } from './RememberChoice'
import { RoleChoice } from './RoleChoice'
import { ServerFields } from './ServerFields'
import { emptyServerFields, openingOf, type ServerFieldErrors, type ServerFieldValues } from './fieldValues'
import { TroubleAlert } from './TroubleAlert'
import { manyRoles, useConnect } from './useConnect'
import { useKeyring } from './useKeyring'

const words = server.connect

/** Where the server is, who signs in, a try, and joining; on the first screen and on a computer that has worked alone. */
export function ConnectPanel({ onBack }: { onBack?: () => void }) {
  const address = useDraft('start/server')
  const user = useDraft('start/serverUser')
  const [typed, setTyped] = useState({ password: '', ca: emptyServerFields.ca, insistHttp: false })
  const [errors, setErrors] = useState<ServerFieldErrors>({})
  const [wantsRemembered, setRemember] = useState(true)
  const keyring = useKeyring()
  const connect = useConnect()
  const values: ServerFieldValues = { ...typed, address: address.text, user: user.text }
  const set = ({ address: nextAddress, user: nextUser, ...rest }: Partial<ServerFieldValues>) => {
    if (nextAddress !== undefined) address.set(nextAddress)
    if (nextUser !== undefined) user.set(nextUser)
    setTyped((before) => ({ ...before, ...rest }))
    setErrors({})
    connect.forget()
  }
  const opening = (): ServerOpening | null => {
    const read = openingOf(values, { remember: wantsRemembered && keyring === true })
    setErrors(read.ok ? {} : read.error)
    return read.ok ? read.value : null
  }
  const join = async () => {
    const read = opening()
    if (read === null || !(await connect.join(read))) return
    address.discard()
    user.discard()
  }
  const test = async () => {
    const read = opening()
    if (read !== null) await connect.test(read)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void join()
  }
  const { tested, failure, doing } = connect
  const busy = doing !== 'idle'
  const mustChoose = tested !== null && manyRoles(tested) && connect.role === null
  const read = openingOf(values, { remember: wantsRemembered && keyring === true })
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, md: 3 }, display: 'flex', flexDirection: 'column', gap: 2, maxWidth: 720 }}>
      <Box component="form" noValidate aria-label={words.title} onSubmit={submit} sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Box>
          <Typography variant="h6" component="h2">{words.title}</Typography>
          <Typography variant="body2" color="textSecondary">{words.about}</Typography>
        </Box>
        <ServerFields values={values} errors={errors} set={set} labels={{ user: words.user }} autoFocus />
        <RememberChoice keyring={keyring} remember={wantsRemembered} set={setRemember} />
        {failure !== null && <TroubleAlert trouble={sayJoinFailure(failure)} severity={failure.reason === 'ownJournal' ? 'warning' : 'error'} />}
        {tested !== null && tested.standing.kind === 'office' && manyRoles(tested) && <RoleChoice roles={tested.standing.roles} role={connect.role} choose={connect.choose} />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" size="medium" disabled={busy || mustChoose}>{doing === 'joining' ? words.joining : words.join}</Button>
          <Button variant="outlined" size="medium" disabled={busy} onClick={() => void test()}>{doing === 'testing' ? words.testing : words.test}</Button>
          {onBack !== undefined && <Button size="medium" onClick={onBack}>{ru.common.back}</Button>}
        </Box>
        {tested !== null && <ConnectionFacts connection={tested} />}
      </Box>
      {failure?.reason === 'ownJournal' && tested !== null && read.ok && <BringAlong opening={read.value} connection={tested} onBrought={join} />}
    </Paper>
  )
}
