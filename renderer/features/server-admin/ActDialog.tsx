import Print from '@mui/icons-material/PrintOutlined'
import Save from '@mui/icons-material/SaveAltOutlined'
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import type { Instant } from '../../../shared/domain/time'
import type { ErasureAct } from '../../application/server/erasures'
import { personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useActor, useDirectory, useOffice } from '../../ui/applicationContext'
import { useDesktop } from '../../ui/desktop'
import { CloseButton } from '../../ui/dialog/CloseButton'
import { useInstantFormat } from '../../ui/formatContext'
import { KeyLayer } from '../../ui/keys/keysContext'
import { PrintSheet } from '../../ui/PrintSheet'
import { ActSheet } from './ActSheet'
import { caseNumbers, categoriesOf, extractOf, kindsOf, type Destruction } from './destruction'

const words = serverAdmin.act
type Outcome = { readonly severity: 'success' | 'error'; readonly text: string }

/**
 * The act to sign and the extract beside it. What the program cannot know is typed in here and kept nowhere: names would outlive
 * what was destroyed.
 */
export function ActDialog({ act, destroyedAt, onClose }: { act: ErasureAct; destroyedAt: Instant; onClose: () => void }) {
  const office = useOffice()
  const actor = useActor()
  const directory = useDirectory()
  const desktop = useDesktop()
  const format = useInstantFormat()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const me = directory.people.find(({ id }) => id === actor.person)
  const [said, setSaid] = useState<Destruction>(() => ({
    operatorName: office.name,
    operatorAddress: '',
    subjects: words.subjectsDefault(caseNumbers(act)),
    reason: act.erasures.find(({ reason }) => reason !== null)?.reason ?? words.reasonDefault,
    categories: categoriesOf(kindsOf(act)).join('; '),
    destroyers: me === undefined ? '' : [me.name, me.position].filter((text) => text !== undefined).join(', '),
    destroyedAt: format.full(destroyedAt),
  }))
  const missing = (['operatorName', 'operatorAddress', 'subjects', 'reason', 'categories', 'destroyers', 'destroyedAt'] as const).filter((name) => said[name].trim() === '')
  const field = (name: keyof Destruction, label: string, hint = '') => (
    <TextField label={label} value={said[name]} onChange={(event) => setSaid({ ...said, [name]: event.target.value })} multiline={name !== 'operatorName' && name !== 'destroyedAt'} required error={missing.some((one) => one === name)} helperText={missing.some((one) => one === name) ? words.errors.missing : hint} autoComplete="off" />
  )
  const save = async () => {
    const content = new TextEncoder().encode(extractOf(act, said, format, (id) => personName(directory, id)))
    const saved = await desktop.call('files.save', { suggestedName: words.extractName(act.act.replace(/[\\/:*?"<>|]/g, '-')), filters: [{ name: words.extractKind, extensions: ['csv'] }], content })
    if (saved.ok) setOutcome({ severity: 'success', text: words.extractSaved(saved.value.path) })
    else if (saved.error.reason !== 'cancelled') setOutcome({ severity: 'error', text: saved.error.message })
  }
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="act-title">
      <KeyLayer>
        <DialogTitle id="act-title">
          {words.title(act.act)}
          <CloseButton onClick={onClose} />
        </DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
            <Typography variant="body2">{words.order}</Typography>
            {outcome !== null && <Alert severity={outcome.severity} role="status">{outcome.text}</Alert>}
            {field('operatorName', words.operatorName)}
            {field('operatorAddress', words.operatorAddress)}
            {field('destroyers', words.destroyers, words.destroyersHint)}
            {field('subjects', words.subjects, words.subjectsHint)}
            {field('categories', words.categories)}
            {field('reason', words.reason)}
            {field('destroyedAt', words.date, words.dateHint)}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{ru.common.close}</Button>
          <Box sx={{ flex: 1 }} />
          <Button variant="outlined" startIcon={<Save />} disabled={missing.length > 0} onClick={() => void save()}>{words.extract}</Button>
          <Button variant="contained" startIcon={<Print />} disabled={missing.length > 0} onClick={() => window.print()}>{words.print}</Button>
        </DialogActions>
      </KeyLayer>
      <PrintSheet><ActSheet act={act} said={said} /></PrintSheet>
    </Dialog>
  )
}
