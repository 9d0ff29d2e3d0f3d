import { TextField } from '@mui/material'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { posting as words } from '../../../i18n/ru/posting'
import { FileDrop } from '../../../ui/answer/FileDrop'
import { MomentField } from '../../../ui/MomentField'
import type { Posting } from './usePosting'

/** Step 3: the evidence. */
export function ConfirmStep({ state, posting: { form } }: { state: CaseState; posting: Posting }) {
  const { visibility } = state.message
  const { link, when, screenshot } = form.values
  return (
    <>
      <TextField
        label={words.link}
        value={link}
        required={visibility === 'public'}
        autoFocus
        placeholder="https://"
        autoComplete="off"
        onChange={(event) => form.set({ link: event.target.value })}
        helperText={words.linkHint[visibility]}
      />
      <MomentField label={words.when} value={when} onChange={(typed) => form.set({ when: typed })} />
      <FileDrop label={words.screenshot} files={screenshot} onChange={(files) => form.set({ screenshot: files.slice(-1) })} />
    </>
  )
}
