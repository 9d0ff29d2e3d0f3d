import { Box, TextField } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import type { Forwarding } from '../../../shared/domain/case/caseState'
import { fileRefSchema, type FileRef } from '../../../shared/domain/journal/message'
import { actions } from '../../i18n/ru/actions'
import { useDraftForm, type DraftForm } from '../draft/useDraftForm'
import { DraftNote } from '../draft/DraftField'
import { FileDrop } from './FileDrop'

const words = actions.answer
const fields = { text: z.string(), measures: z.string(), attachments: z.array(fileRefSchema) }

export interface AnswerDraft {
  readonly text: string
  readonly measures: string
  readonly attachments: readonly FileRef[]
}
const empty: AnswerDraft = { text: '', measures: '', attachments: [] }

/**
 * The answer being written to one forwarding: a draft for each version. After a return it begins with what was returned. The
 * files are in the store already, the draft names them.
 */
export function useAnswerDraft({ event, answers }: Forwarding): DraftForm<AnswerDraft> {
  const last = answers.at(-1)
  const initial = useMemo<AnswerDraft>(
    () => (last?.returned === undefined ? empty : { text: last.text ?? '', measures: last.measures ?? '', attachments: last.attachments }),
    [last],
  )
  return useDraftForm<AnswerDraft>(`answer/${event}/${answers.length + 1}`, fields, initial)
}

/** 2.8: text, measures taken, files. */
export function AnswerEditor({ form, autoFocus = false }: { form: DraftForm<AnswerDraft>; autoFocus?: boolean }) {
  const { text, measures, attachments } = form.values
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <TextField
        label={words.text}
        value={text}
        required
        multiline
        minRows={6}
        maxRows={18}
        autoFocus={autoFocus}
        onChange={(event) => form.set({ text: event.target.value })}
        onBlur={() => void form.flush()}
        helperText={<DraftNote status={form.status} said={words.textHint} />}
        slotProps={{ formHelperText: { component: 'div' } }}
      />
      <TextField label={words.measures} value={measures} multiline minRows={2} maxRows={8} onChange={(event) => form.set({ measures: event.target.value })} onBlur={() => void form.flush()} helperText={words.measuresHint} />
      <FileDrop files={attachments} onChange={(next) => form.set({ attachments: next })} />
    </Box>
  )
}

/** Whether there is something to send: words or files. */
export const answerReady = ({ text, attachments }: AnswerDraft): boolean => text.trim() !== '' || attachments.length > 0
