import { Box, TextField, Typography } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import { type ExplanationGround, explanationGrounds } from '../../../shared/domain/journal/grounds'
import { ru } from '../../i18n/ru'
import { settings } from '../../i18n/ru/settings'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { useSay } from '../../ui/snackbar'
import { SaveBar } from './SaveBar'
import { pick } from './settingsDraft'
import { useSettingsDraft } from './useSettingsDraft'

type Texts = Record<ExplanationGround, string>
const text = z.string().max(20_000)
const fields: { readonly [G in ExplanationGround]: z.ZodType<string> } = { outOfCompetence: text, abuseOfRight: text, courtDecision: text, repeatedlyAnswered: text }

/** 3.7: the office's own wording for each ground. */
export function TextsSection({ mayEdit }: { mayEdit: boolean }) {
  const application = useApplication()
  const { explanationTemplates } = useOffice()
  const say = useSay()
  const initial = useMemo<Texts>(() => ({ ...explanationTemplates }), [explanationTemplates])
  const form = useSettingsDraft<Texts>('settings/explanations', fields, initial)
  const save = async () => {
    const before = pick<Texts>(initial, form.changed)
    await application.saveOffice({ explanationTemplates: form.values })
    form.discard()
    say({ text: settings.saved, undo: () => void application.saveOffice({ explanationTemplates: { ...application.office.get().explanationTemplates, ...before } }) })
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary">{settings.texts.hint}</Typography>
      {explanationGrounds.map((ground) => (
        <Box key={ground}>
          <Typography id={`text-${ground}`} variant="subtitle2" sx={{ mb: 0.75 }}>{ru.kinds.explanationGround[ground]}</Typography>
          <TextField
            fullWidth
            multiline
            minRows={3}
            maxRows={10}
            disabled={!mayEdit}
            value={form.values[ground]}
            onChange={(event) => form.set({ [ground]: event.target.value })}
            helperText={settings.texts.must(ru.kinds.explanationPart[ground])}
            slotProps={{ htmlInput: { 'aria-labelledby': `text-${ground}`, maxLength: 20_000 } }}
          />
        </Box>
      ))}
      {mayEdit && <SaveBar changed={form.changed.length > 0} overtaken={form.overtaken.map((ground) => ru.kinds.explanationGround[ground])} onSave={() => void save()} onRevert={form.discard} />}
    </>
  )
}
