import DeleteForever from '@mui/icons-material/DeleteForeverOutlined'
import { Alert, Box, Button, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { Instant } from '../../../shared/domain/time'
import type { ErasureAct, Erasures } from '../../application/server/erasures'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { EmptyState } from '../../ui/EmptyState'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { Section } from '../../ui/Section'
import { useAdministration } from './administrationContext'
import { ActDialog } from './ActDialog'
import { awaitedOf } from './destruction'
import { ActTable } from './ActTable'
import { troubleText } from './troubleText'

const words = serverAdmin.erasure

/** What the server was found to hold of it. */
export interface Remains {
  readonly events: ReadonlySet<string>
  readonly files: readonly Sha256[]
  readonly at: Instant
}
type Outcome = { readonly severity: 'success' | 'info' | 'error'; readonly text: string }

/** 1.4, 152-FZ: what was erased in the journal is destroyed on the server, and confirmed by an act. */
export function ErasureSection() {
  const application = useApplication()
  const { administration, look, address, user } = useAdministration()
  const mode = useObservable(application.firstRun)
  const { running, run, cancel } = useLongWork()
  const [erasures, setErasures] = useState<Erasures | null>(null)
  const [remains, setRemains] = useState<Remains | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [asking, setAsking] = useState(false)
  const [opened, setOpened] = useState<ErasureAct | null>(null)
  const departments = look.served ?? []

  useEffect(() => {
    void run(words.checking, async (work) => {
      const found = await application.erasures(work)
      if (!found.cancelled) setErasures(found)
    })
  }, [application, run])
  const check = async (of: Erasures): Promise<boolean> => {
    const found = await administration.remains(departments, of.events, of.known)
    if (found.ok) setRemains({ ...found.value, at: application.clock.now() })
    else setOutcome({ severity: 'error', text: troubleText(found.error) })
    return found.ok
  }
  // What an act names and this computer had not got when it was read may have come meanwhile.
  const lookAgain = (of: Erasures) =>
    run(words.asking, async (work) => {
      const found = of.acts.some((act) => awaitedOf(act).length > 0) ? await application.erasures(work) : of
      if (found.cancelled) return
      setErasures(found)
      await check(found)
    })
  const destroy = (of: Erasures, left: Remains) =>
    run(words.running, async (work) => {
      setOutcome(null)
      const events = of.events.filter(({ _id }) => left.events.has(_id))
      const done = await administration.erase(departments, events, left.files, work)
      const checked = await check(of)
      if (!done.ok) setOutcome(done.error.reason === 'cancelled' ? { severity: 'info', text: words.cancelled } : { severity: 'error', text: troubleText(done.error) })
      else if (checked) setOutcome({ severity: 'success', text: words.done(done.value.purged) })
    })
  const left = remains === null ? 0 : remains.events.size + remains.files.length
  return (
    <>
      <Typography variant="body2">{words.about}</Typography>
      <Section title={words.steps.title} foldable>
        <Box component="ol" sx={{ m: 0, pl: 2.5 }}>{words.steps.lines.map((step) => <Typography key={step} component="li" variant="body2">{step}</Typography>)}</Box>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{words.beyond}</Typography>
      </Section>
      {mode !== 'server' && <Alert severity="info">{words.ownJournal}</Alert>}
      {look.served === null && <Alert severity="warning">{serverAdmin.people.notSetUp}</Alert>}
      {outcome !== null && <Alert severity={outcome.severity} role={outcome.severity === 'error' ? 'alert' : 'status'} onClose={() => setOutcome(null)}>{outcome.text}</Alert>}
      {running !== null && <WorkProgress running={running} onCancel={cancel} />}
      {erasures !== null && look.served !== null && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Button variant={remains === null ? 'contained' : 'outlined'} disabled={running !== null} onClick={() => void lookAgain(erasures)}>{words.check}</Button>
            {left > 0 && <Button variant="contained" color="error" startIcon={<DeleteForever />} disabled={running !== null} onClick={() => setAsking(true)}>{words.run}</Button>}
            {remains !== null && left === 0 && <Typography variant="body2">{erasures.acts.some((act) => awaitedOf(act).length > 0) ? words.documentAwaited : words.nothing}</Typography>}
          </Box>
          {remains !== null && remains.files.length > 0 && <Alert severity="warning">{words.files(remains.files.length)}. {words.filesHint}</Alert>}
        </>
      )}
      {erasures !== null && (erasures.acts.length === 0 ? <EmptyState icon={DeleteForever} title={words.empty}>{words.emptyHint}</EmptyState> : <ActTable acts={erasures.acts} remains={remains} onOpen={setOpened} />)}
      {asking && erasures !== null && remains !== null && (
        <ActionDialog
          title={words.run}
          confirmLabel={words.run}
          confirmColor="error"
          consequence={{ will: words.will(remains.events.size, remains.files.length), where: serverAdmin.people.where(address), inName: serverAdmin.people.inName(user), isIrreversible: true }}
          onConfirm={() => {
            void destroy(erasures, remains)
            return Promise.resolve(undefined)
          }}
          onClose={() => setAsking(false)}
        >
          {null}
        </ActionDialog>
      )}
      {opened !== null && remains !== null && <ActDialog act={opened} destroyedAt={remains.at} onClose={() => setOpened(null)} />}
    </>
  )
}
