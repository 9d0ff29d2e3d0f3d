import { Alert, Button, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import type { Leaving } from '../../application/server/desk'
import { unsentCount, type SyncStatus } from '../../application/server/status'
import { personName } from '../../format/people'
import { server as words } from '../../i18n/ru/server'
import { useActor, useApplication, useDirectory } from '../../ui/applicationContext'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useRestart } from '../../ui/restart'
import { Section } from '../../ui/Section'
import { useSay } from '../../ui/snackbar'

const leave = words.leave

/** Leaving the server: what will happen to what is here is shown before it does. */
export function LeaveSection({ status, holdsOthers }: { status: SyncStatus; holdsOthers: boolean }) {
  const [asking, setAsking] = useState(false)
  return (
    <Section title={leave.title}>
      <Typography variant="body2" sx={{ mb: 1 }}>{leave.about}</Typography>
      <Button variant="outlined" onClick={() => setAsking(true)}>{leave.open}</Button>
      {asking && <LeaveDialog unsent={unsentCount(status) + status.refused.length + status.refusedFiles.length} holdsOthers={holdsOthers} onClose={() => setAsking(false)} />}
    </Section>
  )
}

function LeaveDialog({ unsent, holdsOthers, onClose }: { unsent: number; holdsOthers: boolean; onClose: () => void }) {
  const application = useApplication()
  const restart = useRestart()
  const actor = useActor()
  const directory = useDirectory()
  const say = useSay()
  const [what, setWhat] = useState<Leaving>(holdsOthers ? 'erase' : 'keep')
  const [typed, setTyped] = useState('')
  const erases = what === 'erase'
  const go = async (): Promise<string | undefined> => {
    // Erasing has one way: it ends what watches over the journal, too.
    const left = erases ? await application.eraseEverything('eraseRealWork') : await application.server.leave('keep')
    if (!left.ok) return left.error
    if (erases) restart()
    else say({ text: leave.done, severity: 'success' })
    return undefined
  }
  return (
    <ActionDialog
      title={leave.title}
      confirmLabel={erases ? leave.confirmErase : leave.confirmKeep}
      confirmColor={erases ? 'error' : 'primary'}
      consequence={{ will: erases ? leave.willErase : leave.willKeep, where: leave.where, inName: personName(directory, actor.person), isIrreversible: erases }}
      disabled={erases && typed.trim().toUpperCase() !== leave.word}
      onConfirm={go}
      onClose={onClose}
    >
      {holdsOthers ? (
        <Alert severity="info">{leave.onlyErase}</Alert>
      ) : (
        <RadioGroup aria-label={leave.what} value={what} onChange={(_event, value) => setWhat(value as Leaving)}>
          <FormControlLabel value="keep" control={<Radio autoFocus />} label={leave.keep} />
          <FormControlLabel value="erase" control={<Radio />} label={leave.erase} />
        </RadioGroup>
      )}
      {unsent > 0 && <Alert severity={erases ? 'error' : 'warning'}>{erases ? leave.unsentErase(unsent) : leave.unsentKeep(unsent)}</Alert>}
      {erases && <TextField label={leave.typeWord(leave.word)} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />}
    </ActionDialog>
  )
}
