import { Alert, Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import type { BringFailure, Brought } from '../../application/server/desk'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication } from '../../ui/applicationContext'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { useNavigation } from '../../ui/navigation'
import { sayJoinFailure } from '../../ui/server/serverTexts'
import { TroubleAlert } from '../../ui/server/TroubleAlert'
import { useAdministration } from './administrationContext'

const words = serverAdmin.bring
type Outcome = { readonly brought: Brought } | { readonly failure: BringFailure }

/** A computer that worked alone gives its journal to the server, before it joins. */
export function BringSection() {
  const { server } = useApplication()
  const { opening, look, lookAgain } = useAdministration()
  const { go } = useNavigation()
  const { running, run, cancel } = useLongWork()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const bring = () =>
    run(words.running, async (work) => {
      setOutcome(null)
      const done = await server.bringAlong(opening, work)
      setOutcome(done.ok ? { brought: done.value } : { failure: done.error })
      await lookAgain()
    })
  return (
    <>
      <Typography variant="body2">{words.about}</Typography>
      <Typography variant="body2">{words.will}</Typography>
      {look.served === null && <Alert severity="warning">{words.notSetUp}</Alert>}
      {outcome !== null && ('failure' in outcome ? <TroubleAlert trouble={sayJoinFailure(outcome.failure)} /> : <BroughtAlert brought={outcome.brought} />)}
      {running !== null && <WorkProgress running={running} onCancel={cancel} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" disabled={running !== null || look.served === null} onClick={() => void bring()}>{words.run}</Button>
        <Button disabled={running !== null} onClick={() => go({ screen: 'server' })}>{words.join}</Button>
      </Box>
    </>
  )
}

function BroughtAlert({ brought: { added, there, filesMissing, cancelled } }: { brought: Brought }) {
  if (cancelled) return <Alert severity="info" role="status">{words.cancelled(added)}</Alert>
  return <Alert severity="success" role="status">{[words.done(added, there), ...(filesMissing > 0 ? [words.filesMissing(filesMissing)] : [])].join(' ')}</Alert>
}
