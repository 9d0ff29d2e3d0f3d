import ContentCopy from '@mui/icons-material/ContentCopy'
import OpenInNew from '@mui/icons-material/OpenInNew'
import { Box, Button, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import { noticeHtml } from '../../../format/noticeHtml'
import { actions } from '../../../i18n/ru/actions'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftNote } from '../../../ui/draft/DraftField'
import { useDraftForm } from '../../../ui/draft/useDraftForm'
import { MomentField, readMoment, typedMoment } from '../../../ui/MomentField'
import { PersonalDataPanel } from '../../../ui/PersonalDataPanel'
import { useActorName, useOfficeName } from '../../../ui/useActorName'
import { useCopy } from '../../../ui/useCopy'
import { useExecute } from '../../../ui/useExecute'
import { useOpenAddress } from '../../../ui/useOpenAddress'
import { usePersonalData } from '../posting/usePersonalData'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.notice
const fields = { where: z.enum(['page', 'site']), text: z.string(), link: z.string(), when: z.string(), acknowledged: z.string() }
type Values = { readonly [K in keyof typeof fields]: z.infer<(typeof fields)[K]> }

/** 3.5: an answer of general interest also goes out for everybody, on the page or on the site. */
export function NoticeDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone, siteSection } = useOffice()
  const initial = useMemo<Values>(() => ({ where: 'page', text: state.postings.at(-1)?.text ?? '', link: '', when: '', acknowledged: '' }), [state.postings])
  const form = useDraftForm<Values>(`${state.id}/notice`, fields, initial)
  const { where, text, link, acknowledged } = form.values
  const when = form.values.when === '' ? typedMoment(clock.now(), zone) : form.values.when
  const found = usePersonalData(text, state)
  const execute = useExecute()
  const copy = useCopy()
  const openAddress = useOpenAddress()
  const inName = `${useOfficeName()}; ${useActorName()}`
  const confirm = async () => {
    const at = readMoment(when, zone, clock.now())
    if (!at.ok) return at.error
    const result = await execute(state.id, { type: 'PublishNotice', where, text, publishedAt: at.value, ...(link.trim() === '' ? {} : { link: link.trim() }) }, { done: words.done })
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  return (
    <ActionDialog
      title={words.title}
      width="md"
      confirmLabel={words.confirm}
      disabled={text.trim() === '' || (found.data.length > 0 && acknowledged !== found.signature)}
      onConfirm={confirm}
      onClose={onClose}
      consequence={{ will: words.will, where: where === 'page' ? words.page : words.site, inName, isPublic: true }}
    >
      <ToggleButtonGroup exclusive size="small" value={where} aria-label={words.where} onChange={(_event, next: Values['where'] | null) => next !== null && form.set({ where: next })}>
        <ToggleButton value="page">{words.page}</ToggleButton>
        <ToggleButton value="site">{words.site}</ToggleButton>
      </ToggleButtonGroup>
      <TextField label={words.text} value={text} required multiline minRows={5} maxRows={12} autoFocus onChange={(event) => form.set({ text: event.target.value })} onBlur={() => void form.flush()} helperText={<DraftNote status={form.status} said={words.textHint} />} slotProps={{ formHelperText: { component: 'div' } }} />
      <PersonalDataPanel text={text} data={found.data} acknowledged={acknowledged === found.signature} onAcknowledge={(yes) => form.set({ acknowledged: yes ? found.signature : '' })} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button startIcon={<ContentCopy />} onClick={() => void copy(text)}>{words.copyText}</Button>
        <Button startIcon={<ContentCopy />} onClick={() => void copy(text, words.copiedHtml, noticeHtml(text))}>{words.copyHtml}</Button>
        {where === 'site' && siteSection !== '' && <Button startIcon={<OpenInNew />} onClick={() => openAddress(siteSection)}>{words.openSite}</Button>}
      </Box>
      <TextField label={words.link} value={link} placeholder="https://" onChange={(event) => form.set({ link: event.target.value })} />
      <MomentField label={actions.notice.when} value={when} onChange={(typed) => form.set({ when: typed })} />
    </ActionDialog>
  )
}
