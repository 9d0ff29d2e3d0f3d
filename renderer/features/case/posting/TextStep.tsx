import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { explanationTemplates } from '../../../../shared/domain/case/explanationTemplates'
import { missingMandatoryPart } from '../../../../shared/domain/case/mandatoryPart'
import { departmentName } from '../../../format/people'
import { posting as words } from '../../../i18n/ru/posting'
import { ru } from '../../../i18n/ru'
import { useDirectory, useOffice } from '../../../ui/applicationContext'
import { DraftNote } from '../../../ui/draft/DraftField'
import { useInstantFormat } from '../../../ui/formatContext'
import { PersonalDataPanel } from '../../../ui/PersonalDataPanel'
import { GroundField } from '../actions/ForwardDialog'
import type { FoundData } from './usePersonalData'
import type { Posting, PostingKind } from './usePosting'

/** Step 1: the words, and what in them should not be read by everybody. */
export function TextStep({ state, what, posting, found }: { state: CaseState; what: PostingKind; posting: Posting; found: FoundData }) {
  const { form, version } = posting
  const { text, siteUrl } = form.values
  const isPublic = state.message.visibility === 'public'
  return (
    <>
      <Typography variant="body2" component="div" color="textSecondary" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 110, overflowY: 'auto', borderLeft: 3, borderColor: 'divider', pl: 1.25 }} tabIndex={0} role="region" aria-label={ru.message.title}>
        {state.message.text}
      </Typography>
      {what === 'siteLink' && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <TextField fullWidth required label={words.siteUrl} value={siteUrl} autoFocus placeholder="https://" onChange={(event) => form.set({ siteUrl: event.target.value })} />
          <Button sx={{ flexShrink: 0, mt: 0.5 }} disabled={siteUrl.trim() === ''} onClick={() => form.set({ text: words.siteTemplate(siteUrl.trim()) })}>{words.fill}</Button>
        </Box>
      )}
      {what === 'explanation' && <ExplanationParts posting={posting} />}
      {posting.versions.length > 1 && <VersionField state={state} posting={posting} />}
      <TextField
        label={words.text}
        value={text}
        required
        multiline
        minRows={5}
        maxRows={14}
        autoFocus={what !== 'siteLink'}
        onChange={(event) => form.set({ text: event.target.value })}
        onBlur={() => void form.flush()}
        helperText={<DraftNote status={form.status} said={what === 'siteLink' ? '' : version === undefined ? words.textOwn : words.textFrom(ru.message.version(posting.versions.indexOf(version) + 1).toLowerCase())} />}
        slotProps={{ formHelperText: { component: 'div' } }}
      />
      {what === 'explanation' && <MissingParts posting={posting} />}
      {isPublic ? (
        <PersonalDataPanel text={text} data={found.data} acknowledged={form.values.acknowledged === found.signature} onAcknowledge={(yes) => form.set({ acknowledged: yes ? found.signature : '' })} />
      ) : (
        <Typography variant="body2" color="textSecondary">{words.personal.privateNote}</Typography>
      )}
    </>
  )
}

function VersionField({ state, posting }: { state: CaseState; posting: Posting }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  const departmentOf = (event: string) => state.forwardings.find(({ answers }) => answers.some((answer) => answer.event === event))?.to
  return (
    <TextField
      select
      label={words.version}
      value={posting.version?.event ?? ''}
      onChange={(event) => posting.form.set({ answer: event.target.value, text: posting.versions.find((version) => version.event === event.target.value)?.text ?? '' })}
    >
      {posting.versions.map((version, index) => {
        const department = departmentOf(version.event)
        return <MenuItem key={version.event} value={version.event}>{[ru.message.version(index + 1), format.moment(version.at), department === undefined ? '' : departmentName(directory, department)].filter((part) => part !== '').join(' · ')}</MenuItem>
      })}
    </TextField>
  )
}

function ExplanationParts({ posting: { form } }: { posting: Posting }) {
  const { explanationTemplates: own } = useOffice()
  const { ground, text } = form.values
  const template = ground === null ? '' : own[ground].trim() === '' ? explanationTemplates[ground] : own[ground]
  return (
    <>
      <GroundField ground={ground} onChange={(next) => form.set({ ground: next })} />
      {ground !== null && text !== template && (
        <Box>
          <Button onClick={() => form.set({ text: template })}>{words.template}</Button>
          {text.trim() !== '' && <Typography variant="caption" color="textSecondary">{words.templateKeeps}</Typography>}
        </Box>
      )}
    </>
  )
}

function MissingParts({ posting: { form } }: { posting: Posting }) {
  const directory = useDirectory()
  const { ground, text } = form.values
  const missing = ground === null || text.trim() === '' ? [] : missingMandatoryPart(ground, text, directory)
  if (missing.length === 0) return null
  return (
    <Alert severity="warning">
      {words.missingTitle}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{missing.map((part) => <li key={part}>{words.missing[part]}</li>)}</Box>
    </Alert>
  )
}
