import Alarm from '@mui/icons-material/AlarmOutlined'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ExpandMore from '@mui/icons-material/ExpandMore'
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined'
import { Alert, Box, Button, Chip, Collapse, Paper, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { deadlinesOf, type CaseFacts, type Deadline, type OpenRulebook, type RulesInForce } from '../../../shared/domain/deadlines'
import { ru } from '../../i18n/ru'
import { calendar as words } from '../../i18n/ru/calendar'
import { disputedEndText } from '../../ui/deadlines/deadlineTexts'
import { ExplanationTable } from '../../ui/deadlines/ExplanationTable'
import { exampleTitle, workedExamples, type WorkedExample } from '../../ui/deadlines/workedExamples'
import { EmptyState } from '../../ui/EmptyState'
import { useInstantFormat } from '../../ui/formatContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { explainChord } from './keys'

const t = words.whatIf

/** Every deadline of the rehearsed message, the one that ends first on top. */
export function WhatIfResult({ facts, rulebook, onExample }: { facts: CaseFacts | null; rulebook: OpenRulebook; onExample: (example: WorkedExample) => void }) {
  const [all, setAll] = useState<boolean | null>(null)
  const rules = facts === null ? null : rulebook.inForceAt(facts.placedAt)
  useShortcuts(words.keys.group, [{ chord: explainChord, label: words.keys.explain, run: () => setAll((before) => before !== true), disabled: rules === null }])
  if (facts === null) {
    return (
      <EmptyState
        icon={HelpOutline} title={t.empty}
        action={(
          <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, justifyContent: 'center', maxWidth: 720 }}>
            {workedExamples.map((example) => <Chip key={example.id} label={exampleTitle(example)} onClick={() => onExample(example)} variant="outlined" />)}
          </Box>
        )}
      />
    )
  }
  if (rules === null) return <Alert severity="warning">{t.noRules}</Alert>
  const { deadlines, binding } = deadlinesOf(facts, rules, null)
  const ordered = [...deadlines].sort((a, b) => Number(b === binding) - Number(a === binding) || Number(a.closedAt !== null) - Number(b.closedAt !== null) || a.due - b.due)
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography variant="h6" component="h2" sx={{ flex: 1 }}>{t.result}</Typography>
        <Button onClick={() => setAll(all !== true)}>{all === true ? t.hideAll : t.explainAll}</Button>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 1 }}>
        {ordered.map((deadline) => <Item key={`${deadline.id}-${deadline.index}-${String(all)}`} deadline={deadline} rules={rules} binds={deadline === binding} startOpen={all ?? deadline === binding} />)}
      </Box>
    </>
  )
}

function Item({ deadline, rules, binds, startOpen }: { deadline: Deadline; rules: RulesInForce; binds: boolean; startOpen: boolean }) {
  const [open, setOpen] = useState(startOpen)
  const id = useId()
  const format = useInstantFormat()
  const { due, workable, closedAt, bindingTerm, startedAt } = deadline
  const title = `${ru.deadlines.rule[deadline.id]}${deadline.index > 0 ? ` (${deadline.index + 1})` : ''}`
  const notes = [
    ru.deadlines.clause(bindingTerm.clause),
    deadline.binds === deadline.id ? '' : ru.deadlines.cappedBy(ru.deadlines.rule[deadline.binds].toLowerCase()),
    workable === due ? '' : workable < startedAt ? t.noWork : t.workable(format.moment(workable, due)),
    closedAt === null ? '' : `${t.closed} ${format.moment(closedAt, due)}`,
    disputedEndText(deadline) ?? '',
  ].filter((note) => note !== '')
  return (
    <Paper component="li" variant="outlined" aria-label={title} sx={{ px: 1.5, py: 0.75, borderLeft: 4, borderLeftColor: binds ? 'primary.main' : 'divider' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '22px minmax(0, 1fr) auto auto', columnGap: 1, alignItems: 'center' }}>
        {closedAt === null ? <Alarm fontSize="small" aria-hidden color={binds ? 'primary' : 'action'} /> : <CheckCircle fontSize="small" aria-hidden color="success" />}
        <Box>
          <Typography variant="body2" sx={{ fontWeight: binds ? 700 : 500 }}>{title}{binds && <Typography component="span" variant="caption" color="primary">{` · ${t.binds}`}</Typography>}</Typography>
          <Typography variant="caption" color="textSecondary" component="div">{notes.join(' · ')}</Typography>
        </Box>
        <Typography variant="body1" sx={{ whiteSpace: 'nowrap', fontWeight: 500, fontVariantNumeric: 'tabular-nums' }}>{ru.deadlines.due(`${format.moment(due)}`)}<Typography component="span" variant="caption" color="textSecondary">{` ${format.date(due).slice(6)}`}</Typography></Typography>
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : undefined }} />}>{open ? ru.deadlines.hide : ru.deadlines.explain}</Button>
      </Box>
      {deadline.overdueAtStart && <Alert severity="error" sx={{ mt: 0.5 }}>{ru.deadlines.overdueAtStart}</Alert>}
      {deadline.provisional.length > 0 && <Alert severity="warning" sx={{ mt: 0.5 }}>{ru.deadlines.provisional(deadline.provisional.join(', '))}</Alert>}
      <Collapse in={open} id={id} unmountOnExit><Box sx={{ pt: 0.5 }}><ExplanationTable deadline={deadline} rules={rules} /></Box></Collapse>
    </Paper>
  )
}
