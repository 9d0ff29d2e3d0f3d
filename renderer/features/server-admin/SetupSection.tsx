import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { departmentName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { Section } from '../../ui/Section'
import { useAdministration } from './administrationContext'
import { ChangeList } from './ChangeList'
import { DatabaseTable } from './DatabaseTable'
import { isSelfAddress } from './selfAddress'
import { troubleText } from './troubleText'
import type { Change } from '../../../shared/server/provision/plan'

const words = serverAdmin.setup

type Outcome = { readonly kind: 'done'; readonly changes: readonly Change[] } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly problem: string }

/** What is there, what would change, and the change itself, as often as one likes. */
export function SetupSection() {
  const { administration, look, wanted, lookAgain } = useAdministration()
  const directory = useDirectory()
  const { running, run, cancel } = useLongWork()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const served = look.served ?? []
  const lacking = look.served === null ? [] : wanted.filter((id) => !served.includes(id))
  const unlisted = served.filter((id) => !directory.departments.some((department) => department.id === id))

  const again = async () => {
    const looked = await lookAgain()
    if (!looked.ok) setOutcome({ kind: 'failed', problem: looked.error })
  }
  const carryOut = () =>
    run(words.running, async (work) => {
      setOutcome(null)
      const done = await administration.carryOut(look, null, work)
      setOutcome(done.ok ? { kind: 'done', changes: done.value } : done.error.reason === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', problem: troubleText(done.error) })
      // Whatever became of it, what is there now is shown; a server that is away has been told of.
      const looked = await lookAgain()
      if (!looked.ok && done.ok) setOutcome({ kind: 'failed', problem: looked.error })
    })
  return (
    <>
      <Typography variant="body2">{words.about}</Typography>
      {look.trial && <Alert severity="warning">{words.trialHint}</Alert>}
      {lacking.length > 0 && <Alert severity="warning">{words.lacks(lacking.map((id) => departmentName(directory, id)))}</Alert>}
      {wanted.length === 0 && <Alert severity="warning">{words.noDepartments}</Alert>}
      {unlisted.length > 0 && <Alert severity="info">{words.unlisted(unlisted)}</Alert>}
      {outcome !== null && <OutcomeAlert outcome={outcome} next={look.changes.length === 0} />}
      {running !== null && <WorkProgress running={running} onCancel={cancel} />}
      <Section title={`${words.server}: ${look.trial ? words.trial(look.version) : words.version(look.version)}`}>
        <Typography sx={{ mb: 1, fontWeight: 500 }}>{look.changes.length === 0 ? words.asWanted : look.served === null ? words.bare : words.wouldChange(look.changes.length)}</Typography>
        {look.changes.length > 0 && <ChangeList title={words.plan} changes={look.changes} as="planned" />}
        <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
          <Button variant="contained" disabled={running !== null || look.changes.length === 0} onClick={() => void carryOut()}>{words.run}</Button>
          <Button disabled={running !== null} onClick={() => void run(serverAdmin.connect.looking, again)}>{words.runAgain}</Button>
        </Box>
      </Section>
      <Section title={words.databases.title}><DatabaseTable /></Section>
      <Section title={words.advanced} foldable startFolded><SelfAddress disabled={running !== null} /></Section>
    </>
  )
}

function OutcomeAlert({ outcome, next }: { outcome: Outcome; next: boolean }) {
  if (outcome.kind === 'cancelled') return <Alert severity="info">{words.cancelled}</Alert>
  if (outcome.kind === 'failed') return <Alert severity="error" role="alert">{outcome.problem}</Alert>
  return (
    <Alert severity="success" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      {words.done(outcome.changes.length)} {next && words.next}
      {outcome.changes.length > 0 && <ChangeList title={words.made} changes={outcome.changes} as="changed" />}
    </Alert>
  )
}

function SelfAddress({ disabled }: { disabled: boolean }) {
  const { look, lookAgain } = useAdministration()
  const [reach, setReach] = useState(look.plan.self)
  const [problem, setProblem] = useState<string | null>(null)
  const right = isSelfAddress(reach)
  const apply = async () => {
    const looked = await lookAgain(reach.trim().replace(/\/+$/, ''))
    setProblem(looked.ok ? null : looked.error)
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, alignItems: 'flex-start' }}>
      <TextField fullWidth label={words.self} value={reach} onChange={(event) => setReach(event.target.value)} error={!right || problem !== null} helperText={right ? (problem ?? words.selfHint) : words.selfWrong} autoComplete="off" sx={{ mt: 1 }} />
      <Button variant="outlined" disabled={disabled || !right || reach === look.plan.self} onClick={() => void apply()}>{words.selfApply}</Button>
    </Box>
  )
}
