import { Alert, Box, Button, Link, Paper, TextField, Typography } from '@mui/material'
import { ru } from '../../i18n/ru'
import { intake as words } from '../../i18n/ru/intake'
import { useOffice } from '../../ui/applicationContext'
import { FileDrop } from '../../ui/answer/FileDrop'
import { useNow } from '../../ui/clock/clockContext'
import { DraftNote } from '../../ui/draft/DraftField'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { useNavigation } from '../../ui/navigation'
import { useSay } from '../../ui/snackbar'
import { EffectPreview, LayoutHint, SameNotice } from './EffectPreview'
import { InstantField } from './InstantField'
import { formIsTouched, withLink } from './pasteForm'
import { NetworkField, LinkField } from './PasteFields'
import { readTypedInstant } from '../../format/typedInstant'
import { usePasteForm, type Entered } from './usePasteForm'

const submitChord = { code: 'Enter', ctrl: true }
const nextChord = { code: 'Enter', ctrl: true, shift: true }

/** «Внести сообщение»: what a person sees on the page becomes a message of the journal. */
export function PastePanel() {
  const state = usePasteForm()
  const { form, errors, asked, same, busy } = state
  const { values, set } = form
  const { zone } = useOffice()
  const now = useNow('minute')
  const { go } = useNavigation()
  const say = useSay()
  const placed = readTypedInstant(values.placedAt, zone, now)

  const submit = async (next: boolean) => {
    const caseId = await state.submit()
    if (caseId === undefined) return
    if (next) {
      state.startNext()
      document.getElementById('paste-text')?.focus()
    } else {
      form.discard()
      go({ screen: 'inbox', caseId })
    }
  }
  useShortcuts(words.keys.group, [
    { chord: submitChord, label: words.keys.submit, run: () => void submit(false), disabled: busy, whileTyping: true },
    { chord: nextChord, label: words.keys.submitNext, run: () => void submit(true), disabled: busy, whileTyping: true },
  ])
  const said = (field: 'text', otherwise: string) => (errors[field] === undefined ? otherwise : words.errors[errors[field]])
  // Letters typed before the draft has come would take its place.
  if (form.status === 'loading') return null
  return (
    <Box component="form" noValidate onSubmit={(event) => event.preventDefault()} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 280px' }, gap: 2, alignContent: 'start' }}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
          <LinkField values={values} error={errors.link} onChange={(typed) => set(withLink(values, typed))} />
          <NetworkField values={values} errors={errors} onChange={set} />
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2 }}>
            <InstantField value={values.placedAt} onChange={(placedAt) => set({ placedAt })} asked={asked} />
            <TextField label={words.paste.author} value={values.author} onChange={(event) => set({ author: event.target.value })} helperText={words.paste.authorHint} autoComplete="off" />
          </Box>
          <TextField
            id="paste-text"
            autoFocus
            required
            multiline
            minRows={6}
            maxRows={16}
            label={words.paste.text}
            value={values.text}
            onChange={(event) => set({ text: event.target.value })}
            onBlur={() => void form.flush()}
            error={errors.text !== undefined}
            helperText={<DraftNote status={form.status} said={said('text', words.paste.textHint)} />}
            slotProps={{ formHelperText: { component: 'div' } }}
          />
          <FileDrop files={values.attachments} onChange={(attachments) => set({ attachments: [...attachments] })} label={words.paste.attachments} />
        </Box>
        <Box component="aside" aria-label={words.effect.title} sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>
          <Paper variant="outlined" sx={{ p: 1.5, display: 'flex', flexDirection: 'column', gap: 1 }}>
            <Typography variant="subtitle2" component="h2">{words.effect.title}</Typography>
            <EffectPreview placedAt={placed.ok ? placed.value.at : undefined} />
          </Paper>
          <LayoutHint text={values.text} />
          <EnteredList entered={state.entered} onOpen={(caseId) => go({ screen: 'inbox', caseId })} />
        </Box>
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', px: 2, py: 1, display: 'flex', flexDirection: 'column', gap: 1 }}>
        {same !== undefined && <SameNotice same={same} onOpen={() => go({ screen: 'inbox', caseId: same.caseId })} />}
        {state.problem !== undefined && <Alert severity="error">{state.problem}</Alert>}
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Button variant="contained" disabled={busy} onClick={() => void submit(false)} endIcon={<KeyCap chord={submitChord} />}>{busy ? words.paste.saving : words.paste.submit}</Button>
          <Button variant="outlined" disabled={busy} onClick={() => void submit(true)} endIcon={<KeyCap chord={nextChord} />}>{words.paste.submitNext}</Button>
          <Box sx={{ flex: 1 }} />
          <Button
            disabled={busy || !formIsTouched(values)}
            onClick={() => {
              const before = values
              state.clear()
              say({ text: words.paste.cleared, severity: 'info', undo: () => set(before) })
            }}
          >
            {words.paste.clear}
          </Button>
        </Box>
      </Box>
    </Box>
  )
}

function EnteredList({ entered, onOpen }: { entered: readonly Entered[]; onOpen: (caseId: Entered['caseId']) => void }) {
  if (entered.length === 0) return null
  return (
    <Paper variant="outlined" role="status" sx={{ p: 1.5 }}>
      <Typography variant="subtitle2" component="h2">{`${words.paste.entered}: ${entered.length}`}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {entered.slice(0, 10).map(({ caseId, text }) => (
          <Box component="li" key={caseId}>
            <Link component="button" type="button" variant="body2" onClick={() => onOpen(caseId)} sx={{ textAlign: 'left', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
              {text.trim() === '' ? ru.common.noText : text}
            </Link>
          </Box>
        ))}
      </Box>
    </Paper>
  )
}
