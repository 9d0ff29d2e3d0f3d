import { Box, Button, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { instant } from '../../../shared/domain/time'
import type { NamedEvent } from '../../application/server/desk'
import type { RefusedEvent } from '../../application/server/status'
import { firstWords } from '../../format/people'
import { kindName } from '../../i18n/ru/case'
import { server as words } from '../../i18n/ru/server'
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
export function RefusedSection({ refused }: { refused: readonly RefusedEvent[] }) {
  const { server, cases } = useApplication()
  const { role } = useActor()
  const { go } = useNavigation()
  const say = useSay()
  const format = useInstantFormat()
  const now = useNow('minute')
  const [named, setNamed] = useState<ReadonlyMap<string, NamedEvent & { readonly words: string | null }>>(new Map())
  useEffect(() => {
    let alive = true
    const name = async () => {
      const found = await server.eventsNamed(refused.slice(0, most).map(({ id }) => id))
      const states = await cases.getMany(found.map(({ caseId }) => caseId))
      const named = found.map((event) => {
        const state = states.get(event.caseId)
        return [event.id, { ...event, words: state === undefined ? null : firstWords(state, 120) }] as const
      })
      if (alive) setNamed(new Map(named))
    }
    void name()
    return () => void (alive = false)
  }, [server, cases, refused])
  if (refused.length === 0) return null
  const open = async ({ caseId }: NamedEvent) => {
    const isClosed = (await cases.get(caseId))?.outcome !== undefined
    go({ screen: isClosed ? 'archive' : role === 'department' ? 'department' : 'inbox', caseId })
  }
  const offer = async () => {
    await server.offerRefused()
    say({ text: page.offered, severity: 'info' })
  }
  return (
    <Section title={page.refusedTitle(refused.length)} aside={<Button onClick={() => void offer()}>{page.offerAgain}</Button>}>
      <Typography variant="body2" color="textSecondary">{page.refusedHint}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {refused.slice(0, most).map(({ id, code, detail, at }) => {
          const event = named.get(id)
          const trouble = words.refused[code]
          return (
            <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1.5, py: 1, borderTop: 1, borderColor: 'divider' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: 500 }}>{`${event === undefined ? id : kindName(event.type)}, ${format.near(event?.at ?? instant(at), now)}: ${trouble.what}`}</Typography>
                {event !== undefined && event.words !== null && <Typography variant="body2" color="textSecondary" noWrap title={event.words}>{`«${event.words}»`}</Typography>}
                <Typography variant="body2">{trouble.todo}</Typography>
                {(code === 'other' || code === 'failing') && detail !== '' && <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{page.serversWords(detail)}</Typography>}
              </Box>
              {event !== undefined && <Button sx={{ flexShrink: 0 }} onClick={() => void open(event)}>{page.openCase}</Button>}
            </Box>
          )
        })}
      </Box>
      {refused.length > most && <Typography variant="body2" color="textSecondary">{page.refusedMore(refused.length - most)}</Typography>}
    </Section>
  )
}
