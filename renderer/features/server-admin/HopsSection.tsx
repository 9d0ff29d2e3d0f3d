import Refresh from '@mui/icons-material/Refresh'
import SyncAlt from '@mui/icons-material/SyncAlt'
import { Alert, Box, Button, CircularProgress, Typography } from '@mui/material'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Instant } from '../../../shared/domain/time'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import type { JobHealth } from '../../../shared/server/jobHealth'
import type { NotPassed } from '../../../shared/server/notPassed'
import { ru } from '../../i18n/ru'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication } from '../../ui/applicationContext'
import { EmptyState } from '../../ui/EmptyState'
import { useInstantFormat } from '../../ui/formatContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { Section } from '../../ui/Section'
import { useAdministration } from './administrationContext'
import { HopTable } from './HopTable'
import { hopRows, needsAttention } from './hopRows'
import { NotPassedDialog } from './NotPassedDialog'
import { OfferAgainDialog } from './OfferAgainDialog'
import { troubleText } from './troubleText'

const words = serverAdmin.hops

export interface Compared {
  readonly count: number
  readonly first: readonly NotPassed[]
}
type Jobs = { readonly list: readonly JobHealth[]; readonly runByServer: boolean; readonly at: Instant }

/** The second hop of every department: whether it runs, what it refused, and what never came across. */
export function HopsSection() {
  const { administration, look, lookAgain } = useAdministration()
  const { clock } = useApplication()
  const format = useInstantFormat()
  const { running, run, cancel } = useLongWork()
  const [jobs, setJobs] = useState<Jobs | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [compared, setCompared] = useState<ReadonlyMap<DepartmentId, Compared>>(new Map())
  const [shown, setShown] = useState<DepartmentId | null>(null)
  const [offering, setOffering] = useState(false)

  const refresh = useCallback(async () => {
    const asked = await administration.jobs()
    // A server that runs none itself: its databases can be compared all the same.
    const none = !asked.ok && asked.error.reason === 'noJobs'
    setProblem(asked.ok || none ? null : troubleText(asked.error))
    if (asked.ok || none) setJobs({ list: asked.ok ? asked.value : [], runByServer: asked.ok, at: clock.now() })
  }, [administration, clock])
  useEffect(() => void refresh(), [refresh])
  useShortcuts(serverAdmin.keys.group, [{ chord: { code: 'KeyR' }, label: serverAdmin.keys.refresh, run: () => void refresh() }])
  const rows = useMemo(() => hopRows(look.served ?? [], jobs?.list ?? [], look.changes), [look, jobs])
  const troubled = jobs?.runByServer === true ? rows.flatMap(({ down, up }) => [down, up]).filter(needsAttention).length : 0

  const compare = () =>
    run(words.comparing, async ({ signal, onProgress }) => {
      const found = new Map<DepartmentId, Compared>()
      // What is not served has no database to compare.
      const served = rows.filter(({ foreign }) => !foreign)
      for (const { department } of served) {
        if (signal?.aborted === true) return
        const one = await administration.notPassed(department)
        if (!one.ok) return setProblem(troubleText(one.error))
        found.set(department, one.value)
        setCompared(new Map(found))
        onProgress?.({ done: found.size, total: served.length })
      }
      setProblem(null)
    })
  const offered = async (count: number) => {
    setDone(words.againDone(count))
    setCompared(new Map())
    await lookAgain()
    await refresh()
  }
  /** Unfolds the explanation as soon as there is something to explain. */
  const needed = troubled > 0 || [...compared.values()].some(({ count }) => count > 0)
  if (jobs === null && problem === null) return <CircularProgress aria-label={ru.common.loading} sx={{ alignSelf: 'center' }} />
  return (
    <>
      <Typography variant="body2">{words.about}</Typography>
      {problem !== null && <Alert severity="error" role="alert" action={<Button color="inherit" onClick={() => void refresh()}>{ru.common.retry}</Button>}>{problem}</Alert>}
      {jobs !== null && !jobs.runByServer && <Alert severity="warning">{words.noJobs}</Alert>}
      {done !== null && <Alert severity="success" onClose={() => setDone(null)}>{done}</Alert>}
      {jobs !== null && rows.length === 0 && <EmptyState icon={SyncAlt} title={words.none}>{words.noneHint}</EmptyState>}
      {jobs !== null && rows.length > 0 && (
        <>
          {jobs.runByServer && <Alert severity={troubled === 0 ? 'success' : 'warning'}>{troubled === 0 ? words.well : words.trouble(troubled)}</Alert>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Button variant="contained" disabled={running !== null} onClick={() => void compare()} title={words.compareHint}>{words.compare}</Button>
            <Button startIcon={<Refresh />} onClick={() => void refresh()}>{serverAdmin.refresh}</Button>
            <Typography variant="body2" color="textSecondary">{words.updated(format.full(jobs.at))}</Typography>
          </Box>
          {running !== null && <WorkProgress running={running} onCancel={cancel} />}
          <HopTable rows={rows} compared={compared} runByServer={jobs.runByServer} onShow={setShown} />
          <Section key={`${needed}`} title={words.why} foldable startFolded={!needed}>
            <Box component="ul" sx={{ m: 0, pl: 2.5, mb: 1 }}>{words.reasons.map((reason) => <Typography key={reason} component="li" variant="body2">{reason}</Typography>)}</Box>
            <Typography variant="body2" sx={{ mb: 1 }}>{words.againHint}</Typography>
            <Button variant="outlined" color="warning" disabled={running !== null} onClick={() => setOffering(true)}>{words.again}</Button>
          </Section>
        </>
      )}
      {shown !== null && <NotPassedDialog department={shown} compared={compared.get(shown) ?? { count: 0, first: [] }} onClose={() => setShown(null)} />}
      {offering && <OfferAgainDialog onDone={offered} onClose={() => setOffering(false)} />}
    </>
  )
}
