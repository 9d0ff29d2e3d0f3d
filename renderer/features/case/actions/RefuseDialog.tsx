import { Box, Chip, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { z } from 'zod'
import { refusalGrounds, refusalGroundSchema, type RefusalGround } from '../../../../shared/domain/journal/grounds'
import { ru } from '../../../i18n/ru'
import { actions } from '../../../i18n/ru/actions'
import { useOffice } from '../../../ui/applicationContext'
import { useActorName } from '../../../ui/useActorName'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftNote } from '../../../ui/draft/DraftField'
import { useDraftForm } from '../../../ui/draft/useDraftForm'
import { useExecute } from '../../../ui/useExecute'
import { useSuggestions } from '../useSuggestions'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.refuse
const fields = { ground: refusalGroundSchema.nullable(), comment: z.string() }
interface Values {
  readonly ground: RefusalGround | null
  readonly comment: string
}
const empty: Values = { ground: null, comment: '' }

/** 3.6: one of the order's grounds; nothing is sent to the author. */
export function RefuseDialog({ state, onClose }: CaseDialogProps) {
  const form = useDraftForm<Values>(`${state.id}/refuse`, fields, empty)
  const { ground, comment } = form.values
  const execute = useExecute()
  const inName = useActorName()
  const { pageRules } = useOffice()
  const noticed = new Set(useSuggestions(state).flatMap((suggestion) => (suggestion.kind === 'refusal' ? [suggestion.ground] : [])))
  const confirm = async () => {
    if (ground === null) return words.ground
    const result = await execute(state.id, { type: 'RefuseHandling', ground, ...(comment.trim() === '' ? {} : { comment }) }, { done: words.done, undoable: true })
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} confirmColor="error" disabled={ground === null} onConfirm={confirm} onClose={onClose} consequence={{ will: words.will, where: actions.journal, inName }}>
      <FormControl required>
        <FormLabel>{words.ground}</FormLabel>
        <RadioGroup value={ground ?? ''} onChange={(event) => form.set({ ground: refusalGroundSchema.parse(event.target.value) })}>
          {refusalGrounds.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio sx={{ py: 0.25 }} />}
              label={<>{ru.kinds.refusalGround[one]} {noticed.has(one) && <Chip label={words.suggested} variant="outlined" sx={{ ml: 0.5, height: 20 }} />}</>}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {pageRules.trim() !== '' && (
        <Box role="region" aria-label={words.pageRules} tabIndex={0} sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25, maxHeight: 130, overflowY: 'auto' }}>
          <Typography variant="caption" sx={{ fontWeight: 500 }}>{words.pageRules}</Typography>
          <Typography variant="body2" color="textSecondary" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' }}>{pageRules}</Typography>
        </Box>
      )}
      <TextField label={words.comment} value={comment} multiline minRows={2} maxRows={6} onChange={(event) => form.set({ comment: event.target.value })} onBlur={() => void form.flush()} helperText={<DraftNote status={form.status} />} slotProps={{ formHelperText: { component: 'div' } }} />
    </ActionDialog>
  )
}
