import { Box, Tab, Tabs, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useState } from 'react'
import type { AnswerVersion } from '../../../shared/domain/case/caseState'
import { personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { review as words } from '../../i18n/ru/review'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { AnswerText, Remarks } from '../../ui/message/AnswerText'
import { WordDiff } from '../../ui/WordDiff'

/** The versions of one answer: the latest first seen, each against the one before it, with the remarks between them. */
export function VersionView({ answers }: { answers: readonly AnswerVersion[] }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [compare, setCompare] = useState(true)
  const index = Math.max(0, chosen === null ? answers.length - 1 : answers.findIndex(({ event }) => event === chosen))
  const answer = answers[index]
  const before = answers[index - 1]
  useShortcuts(words.keys.group, [{ chord: { code: 'KeyC' }, label: words.keys.compare, run: () => setCompare(!compare), disabled: before === undefined }])
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
            <ToggleButtonGroup exclusive size="small" value={compare} onChange={(_event, next: boolean | null) => next !== null && setCompare(next)} sx={{ '& .MuiToggleButton-root': { py: 0.25, textTransform: 'none' } }}>
              <ToggleButton value={true}>{words.compare}</ToggleButton>
              <ToggleButton value={false}>{words.plain}</ToggleButton>
            </ToggleButtonGroup>
          )}
        </Box>
      )}
      <Byline answer={answer} />
      {before !== undefined && <Remarks answer={before} />}
      {before !== undefined && compare ? <Changes before={before} after={answer} number={index} /> : <AnswerText answer={answer} />}
      <Remarks answer={answer} />
    </>
  )
}

function Byline({ answer }: { answer: AnswerVersion }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  return <Typography variant="caption" color="textSecondary">{`${format.moment(answer.at)}, ${personName(directory, answer.by)}`}</Typography>
}

function Changes({ before, after, number }: { before: AnswerVersion; after: AnswerVersion; number: number }) {
  return (
    <>
      <Typography variant="caption" color="textSecondary">{words.changesFrom(ru.message.version(number).toLowerCase())}</Typography>
      <WordDiff before={before.text ?? ''} after={after.text ?? ''} />
      {(before.measures ?? '') !== (after.measures ?? '') && (
        <>
          <Typography variant="caption" color="textSecondary">{ru.message.measures}</Typography>
          <WordDiff before={before.measures ?? ''} after={after.measures ?? ''} />
        </>
      )}
      {after.attachments.length > 0 && <AnswerText answer={{ ...after, text: '' }} />}
    </>
  )
}
