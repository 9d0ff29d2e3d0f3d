import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material'
import { useDeferredValue, useMemo } from 'react'
import { caseFacts, deadlinesOf } from '../../../shared/domain/deadlines'
import { meantText } from '../../../shared/domain/moderation/legibility/layout'
import type { Instant } from '../../../shared/domain/time'
import { intake as words } from '../../i18n/ru/intake'
import { useNow } from '../../ui/clock/clockContext'
import { useDeadlineDesk } from '../../ui/deadlines/deadlinesContext'
import { useInstantFormat } from '../../ui/formatContext'
import type { SameMessage } from './useSameMessage'

/** What recording the message sets running: the order's first and last terms, counted from the placement. */
export function EffectPreview({ placedAt }: { placedAt: Instant | undefined }) {
  const desk = useDeadlineDesk()
  const now = useNow('minute')
  const format = useInstantFormat()
  const due = useMemo(() => {
    if (placedAt === undefined) return undefined
    const rules = desk.rulebook.inForceAt(placedAt)
    if (rules === null) return null
    const { deadlines } = deadlinesOf(caseFacts({ placedAt, receivedAt: now }), rules, now)
    return { triage: deadlines.find(({ id }) => id === 'triage')?.due, publication: deadlines.find(({ id }) => id === 'publication')?.due }
  }, [desk, placedAt, now])
  if (due === undefined) return <Typography variant="body2" color="textSecondary">{words.effect.waiting}</Typography>
  if (due === null) return <Alert severity="warning">{words.effect.noRules}</Alert>
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexDirection: 'column', gap: 1 }}>
      {due.triage !== undefined && <Term name={due.triage < now ? words.effect.triageOver : words.effect.triage} over={due.triage < now} when={format.moment(due.triage, now)} />}
      {due.publication !== undefined && <Term name={due.publication < now ? words.effect.publicationOver : words.effect.publication} over={due.publication < now} when={format.moment(due.publication, now)} />}
    </Box>
  )
}

function Term({ name, when, over }: { name: string; when: string; over: boolean }) {
  return (
    <Box>
      <Typography component="dt" variant="body2" color="textSecondary">{name}</Typography>
      <Typography component="dd" variant="subtitle1" sx={{ m: 0, color: over ? 'error.main' : undefined }}>{when}</Typography>
    </Box>
  )
}

export function SameNotice({ same, onOpen }: { same: SameMessage; onOpen: () => void }) {
  return (
    <Alert severity="warning" role="status" action={<Button color="inherit" onClick={onOpen}>{words.same.open}</Button>} sx={{ '& .MuiAlert-action': { pt: 0, alignItems: 'center' } }}>
      {same.how === 'exact' ? `${words.same.exact}. ${words.same.exactHint}` : words.same.similar}
    </Alert>
  )
}

/** «ghbdtn»: shows what was probably meant. The text itself stays as its author wrote it. */
export function LayoutHint({ text }: { text: string }) {
  const settled = useDeferredValue(text)
  const meant = useMemo(() => meantText(settled), [settled])
  if (meant === undefined) return null
  return (
    <Alert severity="info" role="status">
      <AlertTitle>{words.layout.title}</AlertTitle>
      {`${words.layout.hint} «${meant.meant}». ${words.layout.keeps}`}
    </Alert>
  )
}
