import { Box, Button, Typography } from '@mui/material'
import { useEffect, useMemo, useState } from 'react'
import { instant } from '../../../shared/domain/time'
import type { NamedEvent } from '../../application/server/desk'
import type { RefusedEvent, RefusedFile } from '../../application/server/status'
import { firstWords } from '../../format/people'
import { kindName } from '../../i18n/ru/case'
import { server as words, type Trouble } from '../../i18n/ru/server'
import { useActor, useApplication } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { useInstantFormat } from '../../ui/formatContext'
import { useNavigation } from '../../ui/navigation'
import { Section } from '../../ui/Section'
import { useSay } from '../../ui/snackbar'

const page = words.page
/** So many are listed; the rest are counted. */
const most = 100

/** What the server would not take, each with its reason and its case. */
export function RefusedSection({ refused, files }: { refused: readonly RefusedEvent[]; files: readonly RefusedFile[] }) {
  const { server, cases } = useApplication()
  const { role } = useActor()
  const { go } = useNavigation()
  const say = useSay()
  const format = useInstantFormat()
  const now = useNow('minute')
  const [named, setNamed] = useState<ReadonlyMap<string, NamedEvent & { readonly words: string | null }>>(new Map())
  const rows = useMemo(() => listed(refused, files), [refused, files])
  useEffect(() => {
    let alive = true
    const name = async () => {
      const found = await server.eventsNamed([...new Set(rows.slice(0, most).map(({ event }) => event))])
      const states = await cases.getMany(found.map(({ caseId }) => caseId))
      const named = found.map((event) => {
        const state = states.get(event.caseId)
        return [event.id, { ...event, words: state === undefined ? null : firstWords(state, 120) }] as const
      })
      if (alive) setNamed(new Map(named))
    }
    void name()
    return () => void (alive = false)
  }, [server, cases, rows])
  if (rows.length === 0) return null
  const open = async ({ caseId }: NamedEvent) => {
    const isClosed = (await cases.get(caseId))?.outcome !== undefined
    go({ screen: isClosed ? 'archive' : role === 'department' ? 'department' : 'inbox', caseId })
  }
  const offer = async () => {
    await server.offerRefused()
    say({ text: page.offered, severity: 'info' })
  }
  return (
    <Section title={page.refusedTitle(refused.length, files.length)} aside={<Button onClick={() => void offer()}>{page.offerAgain}</Button>}>
      <Typography variant="body2" color="textSecondary">{page.refusedHint}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {rows.slice(0, most).map(({ key, event: id, trouble, detail, at }) => {
          const event = named.get(id)
          return (
            <Box component="li" key={key} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1.5, py: 1, borderTop: 1, borderColor: 'divider' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: 500 }}>{`${event === undefined ? id : kindName(event.type)}, ${format.near(event?.at ?? instant(at), now)}: ${trouble.what}`}</Typography>
                {event !== undefined && event.words !== null && <Typography variant="body2" color="textSecondary" noWrap title={event.words}>{`«${event.words}»`}</Typography>}
                <Typography variant="body2">{trouble.todo}</Typography>
                {detail !== '' && <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{page.serversWords(detail)}</Typography>}
              </Box>
              {event !== undefined && <Button sx={{ flexShrink: 0 }} onClick={() => void open(event)}>{page.openCase}</Button>}
            </Box>
          )
        })}
      </Box>
      {rows.length > most && <Typography variant="body2" color="textSecondary">{page.refusedMore(rows.length - most)}</Typography>}
    </Section>
  )
}

/** `event` is the one refused, or the one that names the refused file; `detail` in the server's own words, where ours do not say it. */
interface RefusedRow {
  readonly key: string
  readonly event: string
  readonly trouble: Trouble
  readonly detail: string
  readonly at: number
}

const listed = (refused: readonly RefusedEvent[], files: readonly RefusedFile[]): readonly RefusedRow[] => [
  ...refused.map(({ id, code, detail, at }) => ({ key: id, event: id, trouble: words.refused[code], detail: code === 'other' || code === 'failing' ? detail : '', at })),
  ...files.map(({ sha256, event, code, at }, index) => ({ key: `${sha256}-${index}`, event: event ?? sha256, trouble: words.refusedFile[code], detail: '', at })),
]
