import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material'
import { useState, type FormEvent } from 'react'
import { DEFAULT_OFFICE_ZONE } from '../../../shared/domain/time'
import { StorageFailure, storageAdvice } from '../../application/storageFailure'
import { ru } from '../../i18n/ru'
import { start } from '../../i18n/ru/start'
import { useApplication } from '../../ui/applicationContext'
import { ZoneField } from '../../ui/ZoneField'
import { checkAlone } from './aloneAnswers'

const words = start.alone

/** Three answers, and the program is ready. */
export function AloneForm({ onBack }: { onBack: () => void }) {
  const application = useApplication()
  const [form, setForm] = useState({ officeName: words.officeDefault as string, operatorName: '' })
  const [zone, setZone] = useState(DEFAULT_OFFICE_ZONE)
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const checked = checkAlone(form)
  const errors = asked && !checked.ok ? checked.error : {}
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!checked.ok) return
    try {
      // The zone first: starting is what makes the rest of the settings stand.
      await application.saveOffice({ zone })
      await application.startAlone(checked.value)
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) throw failure
      setProblem(storageAdvice(failure))
    }
  }
  return (
    <Paper component="form" noValidate variant="outlined" onSubmit={(event) => void submit(event)} sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 2, maxWidth: 560 }}>
      <Typography variant="h6" component="h2">{words.form}</Typography>
      <TextField required label={words.officeName} value={form.officeName} onChange={(event) => setForm({ ...form, officeName: event.target.value })} error={errors.officeName === true} helperText={errors.officeName === true ? words.errors.officeName : undefined} />
      <TextField required autoFocus label={words.operatorName} value={form.operatorName} onChange={(event) => setForm({ ...form, operatorName: event.target.value })} error={errors.operatorName === true} helperText={errors.operatorName === true ? words.errors.operatorName : words.operatorHint} />
      <ZoneField label={words.zone} helperText={words.zoneHint} value={zone} onChange={setZone} />
      <Typography variant="body2" color="textSecondary">{words.later}</Typography>
      {problem !== null && <Alert severity="error">{problem}</Alert>}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" size="medium">{words.submit}</Button>
        <Button size="medium" onClick={onBack}>{ru.common.back}</Button>
      </Box>
    </Paper>
  )
}
