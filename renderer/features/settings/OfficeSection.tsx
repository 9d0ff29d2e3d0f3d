import { TextField } from '@mui/material'
import { useMemo, useState } from 'react'
import { settings } from '../../i18n/ru/settings'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { useSay } from '../../ui/snackbar'
import { ZoneField } from '../../ui/ZoneField'
import { checkOffice, officeDocumentsOf, officeFields, type OfficeForm, officeFormOf } from './officeForm'
import { SaveBar } from './SaveBar'
import { useSettingsDraft } from './useSettingsDraft'

const words = settings.office

export function OfficeSection({ mayEdit }: { mayEdit: boolean }) {
  const application = useApplication()
  const office = useOffice()
  const say = useSay()
  const initial = useMemo(() => officeFormOf(office), [office])
  const form = useSettingsDraft<OfficeForm>('settings/office', officeFields, initial)
  const { values, changed, set } = form
  const [asked, setAsked] = useState(false)
  const checked = checkOffice(values)
  const errors = asked && !checked.ok ? checked.error : {}
  const save = async () => {
    setAsked(true)
    if (!checked.ok) return
    await application.saveOffice(officeDocumentsOf(checked.value, changed))
    form.discard()
    say({ text: settings.saved, undo: () => void application.saveOffice(officeDocumentsOf(initial, changed)) })
  }
  const field = (name: keyof typeof errors, hint?: string) => ({ error: errors[name] !== undefined, helperText: errors[name] === undefined ? hint : words.errors[errors[name]], disabled: !mayEdit })
  return (
    <>
      <TextField required label={words.name} value={values.name} onChange={(event) => set({ name: event.target.value })} {...field('name', words.nameHint)} />
      {mayEdit && <ZoneField label={words.zone} helperText={words.zoneHint} value={values.zone} onChange={(zone) => set({ zone })} />}
      <TextField label={words.siteSection} value={values.siteSection} onChange={(event) => set({ siteSection: event.target.value })} {...field('siteSection')} />
      <TextField label={words.appealEmail} value={values.appealEmail} onChange={(event) => set({ appealEmail: event.target.value })} {...field('appealEmail', words.appealEmailHint)} />
      <TextField multiline minRows={2} maxRows={8} label={words.ownPages} value={values.ownPages} onChange={(event) => set({ ownPages: event.target.value })} {...field('ownPages', words.ownPagesHint)} />
      <TextField multiline minRows={4} maxRows={14} label={words.pageRules} value={values.pageRules} onChange={(event) => set({ pageRules: event.target.value })} disabled={!mayEdit} helperText={words.pageRulesHint} />
      {mayEdit && <SaveBar changed={changed.length > 0} overtaken={form.overtaken.map((name) => words[name])} onSave={() => void save()} onRevert={form.discard} />}
    </>
  )
}
