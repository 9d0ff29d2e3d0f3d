import { Alert } from '@mui/material'
import { instant } from '../../../shared/domain/time'
import type { SyncStatus } from '../../application/server/status'
import { sayClock } from '../../ui/server/serverTexts'
import { server as words } from '../../i18n/ru/server'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { useInstantFormat } from '../../ui/formatContext'
import { Section } from '../../ui/Section'
import { FactList } from '../../ui/server/ConnectionFacts'

const page = words.page

/** What waits to be sent, when all last was, and whether what came is true. */
export function ExchangeSection({ status }: { status: SyncStatus }) {
  const format = useInstantFormat()
  const now = useNow('minute')
  const near = (at: number) => format.near(instant(at), now)
  const mismatches = useObservable(useApplication().server.mismatches)
  const { unsent, uploads, office, lastSuccess, clockAhead } = status
  return (
    <Section title={page.exchange}>
      {mismatches > 0 && <Alert severity="error" sx={{ mb: 1 }}>{page.mismatchesHint(mismatches)}</Alert>}
      <FactList
        facts={[
          { name: page.unsent, value: unsent === null ? page.none : page.since(unsent.count, near(unsent.since)) },
          { name: page.uploads, value: uploads === 0 ? page.none : page.files(uploads) },
          { name: page.office, value: office.unsent.length === 0 ? page.none : office.unsent.map((name) => words.officeDocument[name]).join(', ') },
          { name: page.lastSuccess, value: lastSuccess === null ? page.never : near(lastSuccess) },
          { name: page.clock, value: clockAhead === null ? page.clockFine : `${sayClock(clockAhead)}. ${words.clock.warning}` },
          { name: page.mismatches, value: mismatches === 0 ? page.noMismatches : page.mismatchesCount(mismatches) },
        ]}
      />
    </Section>
  )
}
