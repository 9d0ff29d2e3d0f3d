import ContentCopy from '@mui/icons-material/ContentCopy'
import { Box, Button, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import { visibilities, visibilitySchema, type Visibility } from '../../../../shared/domain/journal/message'
import { ru } from '../../../i18n/ru'
import { appeal } from '../../../i18n/ru/appeal'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftNote } from '../../../ui/draft/DraftField'
import { useDraftForm } from '../../../ui/draft/useDraftForm'
import { MomentField, readMoment, typedMoment } from '../../../ui/MomentField'
import { useActorName, useOfficeName } from '../../../ui/useActorName'
import { useCopy } from '../../../ui/useCopy'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from '../actions/reasonDialogs'
import { LawNote } from './LawNote'

const words = appeal.offer
const fields = { text: z.string(), place: visibilitySchema, when: z.string(), link: z.string() }
interface Values {
  readonly text: string
  readonly place: Visibility
  readonly when: string
  readonly link: string
}

/** 3.8, 1.2: what the author was offered, where and when. */
export function OfferDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const { visibility } = state.message
  const initial = useMemo<Values>(() => ({ text: words.template, place: visibility, when: typedMoment(clock.now(), zone), link: '' }), [visibility, clock, zone])
  const form = useDraftForm<Values>(`${state.id}/appeal-offer`, fields, initial)
  const { text, place, when, link } = form.values
  const execute = useExecute()
  const copy = useCopy()
  const inName = `${useOfficeName()}; ${useActorName()}`
  const confirm = async () => {
    const at = readMoment(when, zone, clock.now())
    if (!at.ok) return at.error
    const result = await execute(state.id, { type: 'OfferAppeal', text, place, offeredAt: at.value, ...(link.trim() === '' ? {} : { link: link.trim() }) }, { done: words.done })
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  return (
    <ActionDialog
      title={words.title}
      width="md"
      confirmLabel={words.confirm}
      disabled={text.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
      consequence={{ will: words.will, where: `${ru.kinds.network[state.message.network]}, ${ru.kinds.visibility[place]}`, inName, isPublic: place === 'public' }}
    >
      <LawNote />
      <TextField label={words.text} value={text} required multiline minRows={5} maxRows={12} autoFocus onChange={(event) => form.set({ text: event.target.value })} onBlur={() => void form.flush()} helperText={<DraftNote status={form.status} said={words.hint} />} slotProps={{ formHelperText: { component: 'div' } }} />
      <Box><Button startIcon={<ContentCopy />} onClick={() => void copy(text)}>{words.copy}</Button></Box>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="body2">{words.place}</Typography>
        <ToggleButtonGroup exclusive size="small" value={place} aria-label={words.place} onChange={(_event, next: Visibility | null) => next !== null && form.set({ place: next })}>
          {visibilities.map((one) => <ToggleButton key={one} value={one}>{ru.kinds.visibility[one]}</ToggleButton>)}
        </ToggleButtonGroup>
      </Box>
      <MomentField label={words.when} value={when} onChange={(typed) => form.set({ when: typed })} />
      <TextField label={words.link} value={link} placeholder="https://" onChange={(event) => form.set({ link: event.target.value })} />
    </ActionDialog>
  )
}
