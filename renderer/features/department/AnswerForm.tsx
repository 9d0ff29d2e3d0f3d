import Block from '@mui/icons-material/Block'
import Send from '@mui/icons-material/Send'
import { Alert, Box, Button } from '@mui/material'
import { useRef, useState } from 'react'
import type { CaseState, Forwarding } from '../../../shared/domain/case/caseState'
import { department as words } from '../../i18n/ru/department'
import { AnswerEditor, answerReady, useAnswerDraft } from '../../ui/answer/AnswerEditor'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { Section } from '../../ui/Section'
import { useExecute } from '../../ui/useExecute'
import { DeclineDialog } from './DeclineDialog'

const sendChord = { code: 'Enter', ctrl: true }
const declineChord = { code: 'KeyX' }

/** The answer being written; Ctrl+Enter sends it to the operator. */
export function AnswerForm({ state, forwarding }: { state: CaseState; forwarding: Forwarding }) {
  const form = useAnswerDraft(forwarding)
  const [declining, setDeclining] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const box = useRef<HTMLDivElement>(null)
  const execute = useExecute()
  const ready = answerReady(form.values) && !busy
  const send = async () => {
    if (!ready) return
    setBusy(true)
    setProblem(undefined)
    const { text, measures, attachments } = form.values
    const result = await execute(state.id, { type: 'SubmitAnswer', forwarding: forwarding.event, text, attachments, ...(measures.trim() === '' ? {} : { measures }) }, { done: words.sent })
    setBusy(false)
    if (result.ok) form.discard()
    else setProblem(result.error)
  }
  useShortcuts(words.keys.group, [
    { chord: { code: 'KeyE' }, label: words.keys.write, run: () => box.current?.querySelector('textarea')?.focus() },
    { chord: sendChord, label: words.keys.send, run: () => void send(), whileTyping: true, disabled: !ready },
    { chord: declineChord, label: words.keys.decline, run: () => setDeclining(true) },
  ])
  return (
    <Section title={words.answer}>
      <Box ref={box} sx={{ pt: 1, display: 'flex', flexDirection: 'column', gap: 1.25 }}>
        <AnswerEditor form={form} />
        {problem !== undefined && <Alert severity="error" role="alert">{problem}</Alert>}
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button variant="contained" startIcon={<Send />} endIcon={<KeyCap chord={sendChord} />} aria-keyshortcuts="Control+Enter" disabled={!ready} onClick={() => void send()}>
            {forwarding.answers.length === 0 ? words.send : words.sendAgain}
          </Button>
          <Box sx={{ flex: 1 }} />
          <Button color="warning" startIcon={<Block />} endIcon={<KeyCap chord={declineChord} />} aria-keyshortcuts="X" onClick={() => setDeclining(true)}>{words.decline}</Button>
        </Box>
      </Box>
      {declining && <DeclineDialog state={state} forwarding={forwarding} onClose={() => setDeclining(false)} />}
    </Section>
  )
}
