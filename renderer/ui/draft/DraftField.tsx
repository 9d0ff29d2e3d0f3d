import { Box, TextField, type TextFieldProps } from '@mui/material'
import { ru } from '../../i18n/ru'
import type { Draft } from './useDraft'
import type { DraftStatus } from './draftWriter'

type DraftFieldProps = Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'onBlur'> & { readonly draft: Draft }

/** A field whose words are a draft: saved as typed, and it says so below. */
export function DraftField({ draft, helperText, ...field }: DraftFieldProps) {
  return (
    <TextField
      fullWidth
      multiline
      {...field}
      value={draft.text}
      onChange={(event) => draft.set(event.target.value)}
      onBlur={() => void draft.flush()}
      helperText={<DraftNote status={draft.status} said={helperText} />}
      slotProps={{ ...field.slotProps, formHelperText: { component: 'div' } }}
    />
  )
}

/** «черновик сохранён», on the right below the field. */
export function DraftNote({ status, said }: { status: DraftStatus; said?: TextFieldProps['helperText'] }) {
  const note = status === 'untouched' ? '' : ru.common.draft[status]
  return (
    <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
      <span>{said}</span>
      <Box component="span" role={status === 'failed' ? 'alert' : undefined} sx={{ color: status === 'failed' ? 'error.main' : undefined, fontWeight: status === 'failed' ? 500 : undefined }}>
        {note}
      </Box>
    </Box>
  )
}
