import { Alert, Box, Button, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import type { Regulation } from '../../../../shared/domain/deadlines'
import { addDays, localDateOf, type LocalDate } from '../../../../shared/domain/time'
import { assertNever } from '../../../../shared/lib/assertNever'
import { localDateText } from '../../../format/slices'
import { regulation as words } from '../../../i18n/ru/regulation'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { useDraftForm } from '../../../ui/draft/useDraftForm'
import { useSay } from '../../../ui/snackbar'
import { ExamplesPreview } from './ExamplesPreview'
import { anyPlaced } from './placedMessages'
import { checkRegulation, formKeys, type FormKey, type RegulationForm, regulationFormOf } from './regulationForm'
import { newRegulationId, withoutRegulation, withRegulation, type VersionFault } from './regulationVersions'
import { Field, RuleFields } from './RuleFields'

const fields = Object.fromEntries(formKeys.map((key) => [key, z.string()])) as unknown as Readonly<Record<FormKey, z.ZodString>>

/**
 * An order's numbers and readings. One that messages rest on stays as it is, and what is typed becomes a version from a later
 * date; one that nothing rests on is replaced.
 */
export function RegulationDialog({ regulation, rested, onClose }: { regulation: Regulation; rested: boolean; onClose: () => void }) {
  const application = useApplication()
  const { regulations, zone } = useOffice()
  const say = useSay()
  const tomorrow = addDays(localDateOf(application.clock.now(), zone), 1)
  const initial = useMemo<RegulationForm>(() => {
    const form = regulationFormOf(regulation)
    return rested ? { ...form, validFrom: later(tomorrow, addDays(regulation.validFrom, 1)) } : form
  }, [regulation, rested, tomorrow])
  const form = useDraftForm<RegulationForm>(`settings/regulation/${regulation.id}/${rested ? 'new' : 'fix'}`, fields, initial)
  const { values, set } = form
  const [asked, setAsked] = useState(false)
  const checked = useMemo(() => checkRegulation(values, regulation, rested ? newRegulationId(regulations, regulation) : regulation.id), [values, regulation, regulations, rested])
  const errors = asked && !checked.ok ? checked.error : {}
  const placed = checked.ok ? withRegulation(regulations, checked.value) : null
  const rest = rested ? undefined : withoutRegulation(regulations, regulation.id)

  const keep = async (changed: readonly Regulation[], said: string) => {
    await application.saveOffice({ regulations: changed })
    form.discard()
    say({ text: said })
  }
  const confirm = async (): Promise<string | undefined> => {
    setAsked(true)
    if (!checked.ok || placed === null) return words.checkFields
    if (!placed.ok) return faultText(placed.error)
    if (sameRules(values, regulationFormOf(regulation))) return words.nothingChanged
    const wanted = placed.value.find(({ id }) => id === checked.value.id) ?? checked.value
    // Whatever was placed under other rules keeps them: neither the dates it comes to hold nor those it leaves may have messages.
    const from = rested ? wanted.validFrom : earlier(wanted.validFrom, regulation.validFrom)
    const to = rested || wanted.validTo === null || regulation.validTo === null ? null : later(wanted.validTo, regulation.validTo)
    if (await anyPlaced(application, from, rested ? wanted.validTo : to)) return words.tooEarly(localDateText(tomorrow))
    await keep(placed.value, rested ? words.savedNew(localDateText(wanted.validFrom)) : words.savedFix)
    return undefined
  }
  const remove = async () => {
    if (rest === undefined) return
    await keep(rest, words.removed)
    onClose()
  }
  const props = { values, errors, set }
  const isLast = placed?.ok === true && placed.value.at(-1)?.validTo !== null ? placed.value.at(-1) : undefined
  return (
    <ActionDialog
      title={rested ? words.titleNew : words.titleFix}
      width="lg"
      confirmLabel={words.confirm}
      onConfirm={confirm}
      onClose={onClose}
      otherActions={rest === undefined ? undefined : <Button color="warning" onClick={() => void remove()}>{words.remove}</Button>}
    >
      <Alert severity="info">{rested ? words.rested : words.notRested}</Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'flex-start' }}>
        <Field {...props} name="validFrom" label={words.validFrom} date />
        <Field {...props} name="validTo" label={words.validTo} hint={words.validToHint} date />
        <Field {...props} name="number" label={words.number} />
        <Field {...props} name="date" label={words.date} date />
        <Field {...props} name="title" label={words.name} width="1 1 240px" />
      </Box>
      {placed?.ok === false && <Alert severity="error">{faultText(placed.error)}</Alert>}
      {isLast?.validTo !== undefined && isLast.validTo !== null && <Alert severity="warning">{words.openEnd(localDateText(isLast.validTo))}</Alert>}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, gap: 1.25 }}><RuleFields {...props} /></Box>
      {checked.ok ? <ExamplesPreview before={regulation} after={checked.value} /> : <Typography variant="body2" color="error" role="status">{words.checkFields}</Typography>}
    </ActionDialog>
  )
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)

/** A new version that differs in its dates alone is no version. */
const sameRules = (a: RegulationForm, b: RegulationForm): boolean => formKeys.every((key) => a[key] === b[key] || key === 'validFrom')

function faultText(fault: VersionFault): string {
  switch (fault.reason) {
    case 'gap':
      return words.faults.gap(localDateText(fault.from), localDateText(fault.to))
    case 'overlap':
      return words.faults.overlap(localDateText(fault.date))
    case 'sameStart':
      return words.faults.sameStart(localDateText(fault.date))
    default:
      return assertNever(fault, 'fault of a version')
  }
}
