import { Alert, Button, Typography } from '@mui/material'
import { useState } from 'react'
import type { BringFailure } from '../../application/server/desk'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication } from '../../ui/applicationContext'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { useAdministration } from './administrationContext'
import { bringText } from './troubleText'

const words = serverAdmin.bring
type Outcome = { readonly severity: 'success' | 'info' | 'error'; readonly text: string }

/** A computer that worked alone gives its journal to the server, before it joins. */
export function BringSection() {
  const { server } = useApplication()
  const { opening, look, lookAgain } = useAdministration()
  const { running, run, cancel } = useLongWork()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const bring = () =>
    run(words.running, async (work) => {
      setOutcome(null)
      const brought = await server.bringAlong(opening, work)
      if (!brought.ok) return setOutcome(failed(brought.error))
      const { added, there, filesMissing, cancelled } = brought.value
      setOutcome(cancelled ? { severity: 'info', text: words.cancelled(added) } : { severity: 'success', text: [words.done(added, there), ...(filesMissing > 0 ? [words.filesMissing(filesMissing)] : [])].join(' ') })
      await lookAgain()
    })
  return (
    <>
      <Typography variant="body2">{words.about}</Typography>
      <Typography variant="body2">{words.will}</Typography>
      {look.served === null && <Alert severity="warning">{words.notSetUp}</Alert>}
      {outcome !== null && <Alert severity={outcome.severity} role={outcome.severity === 'error' ? 'alert' : 'status'}>{outcome.text}</Alert>}
      {running !== null && <WorkProgress running={running} onCancel={cancel} />}
      <Button variant="contained" disabled={running !== null || look.served === null} onClick={() => void bring()} sx={{ alignSelf: 'flex-start' }}>{words.run}</Button>
    </>
  )
}

const failed = (failure: BringFailure): Outcome => ({ severity: 'error', text: bringText(failure) })
