import { Box, Tab, Tabs, ToggleButton, ToggleButtonGroup, Typography, useMediaQuery, type Theme } from '@mui/material'
import { useState } from 'react'
import type { AnswerVersion, Words } from '../../../shared/domain/case/caseState'
import { personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { review as words } from '../../i18n/ru/review'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { AnswerText, Remarks } from '../../ui/message/AnswerText'
import { SideBySide, WordDiff } from '../../ui/WordDiff'

const looks = ['columns', 'changes', 'plain'] as const
type Look = (typeof looks)[number]

/** The versions of one answer: the latest first seen, each against the one before it, with the remarks between them. */
export function VersionView({ answers }: { answers: readonly AnswerVersion[] }) {
  const [chosen, setChosen] = useState<string | null>(null)
  // Two columns want a wide pane; on a small screen one text with its changes reads better, until the person says otherwise.
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('xl'))
  const [wanted, setWanted] = useState<Look | null>(null)
  const look = wanted ?? (wide ? 'columns' : 'changes')
  const index = Math.max(0, chosen === null ? answers.length - 1 : answers.findIndex(({ event }) => event === chosen))
  const answer = answers[index]
  const before = answers[index - 1]
  useShortcuts(words.keys.group, [{ chord: { code: 'KeyC' }, label: words.keys.compare, run: () => setWanted(looks[(looks.indexOf(look) + 1) % looks.length] ?? null), disabled: before === undefined }])
  if (answer === undefined) return null
  return (
    <>
      {answers.length > 1 && (
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, borderBottom: 1, borderColor: 'divider' }}>
          <Tabs value={index} onChange={(_event, next: number) => setChosen(answers[next]?.event ?? null)} aria-label={words.versions} sx={{ minHeight: 34, '& .MuiTab-root': { minHeight: 34, py: 0 } }}>
            {answers.map((one, place) => <Tab key={one.event} value={place} label={ru.message.version(place + 1)} />)}
          </Tabs>
          <Box sx={{ flex: 1 }} />
          {before !== undefined && (
            <ToggleButtonGroup exclusive size="small" value={look} aria-label={words.look.label} onChange={(_event, next: Look | null) => next !== null && setWanted(next)} sx={{ '& .MuiToggleButton-root': { py: 0.25, textTransform: 'none' } }}>
              {looks.map((one) => <ToggleButton key={one} value={one}>{words.look[one]}</ToggleButton>)}
            </ToggleButtonGroup>
          )}
        </Box>
      )}
      <Byline answer={answer} />
      {before !== undefined && <Remarks answer={before} />}
      {before !== undefined && look !== 'plain' ? <Changes before={before} after={answer} number={index} look={look} /> : <AnswerText answer={answer} />}
      <Remarks answer={answer} />
    </>
  )
}

function Byline({ answer }: { answer: AnswerVersion }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  return <Typography variant="caption" color="textSecondary">{`${format.moment(answer.at)}, ${personName(directory, answer.by)}`}</Typography>
}

function Changes({ before, after, number, look }: { before: AnswerVersion; after: AnswerVersion; number: number; look: 'columns' | 'changes' }) {
  const names = [ru.message.version(number), ru.message.version(number + 1)] as const
  const compared = (earlier: Words | undefined, later: Words | undefined) =>
    look === 'columns' ? <SideBySide before={earlier ?? ''} after={later ?? ''} names={names} /> : <WordDiff before={earlier ?? ''} after={later ?? ''} />
  return (
    <>
      {look === 'changes' && <Typography variant="caption" color="textSecondary">{words.changesFrom(names[0].toLowerCase())}</Typography>}
      {compared(before.text, after.text)}
      {(before.measures ?? '') !== (after.measures ?? '') && (
        <>
          <Typography variant="caption" color="textSecondary">{ru.message.measures}</Typography>
          {compared(before.measures, after.measures)}
        </>
      )}
      {after.attachments.length > 0 && <AnswerText answer={{ ...after, text: '' }} />}
    </>
  )
}
