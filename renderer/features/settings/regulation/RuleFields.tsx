import { Box, MenuItem, TextField, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { ru } from '../../../i18n/ru'
import { regulation as words } from '../../../i18n/ru/regulation'
import type { ChoiceKey, FormKey, RegulationForm, RegulationFormErrors } from './regulationForm'

export interface FieldsProps {
  readonly values: RegulationForm
  readonly errors: RegulationFormErrors
  readonly set: (change: Partial<RegulationForm>) => void
}

export function Field({ values, errors, set, name, label, hint, date = false, width = '0 1 150px' }: FieldsProps & { name: FormKey; label: string; hint?: string; date?: boolean; width?: string }) {
  const error = errors[name]
  return (
    <TextField
      label={label} value={values[name]} type={date ? 'date' : 'text'} autoComplete="off" error={error !== undefined} helperText={error === undefined ? hint : words.errors[error]}
      onChange={(event) => set({ [name]: event.target.value })} slotProps={{ inputLabel: { shrink: true }, formHelperText: { sx: { width: 'max-content', maxWidth: 420 } } }} sx={{ flex: width }}
    />
  )
}

function Choice({ values, set, name, label, options }: FieldsProps & { name: FormKey; label: string; options: Readonly<Record<string, string>> }) {
  return (
    <TextField select label={label} value={values[name]} onChange={(event) => set({ [name]: event.target.value })} sx={{ flex: '1 1 220px' }}>
      {Object.entries(options).map(([value, title]) => <MenuItem key={value} value={value}>{title}</MenuItem>)}
    </TextField>
  )
}

type RuleName = 'triage' | 'answer' | 'rework' | 'total' | 'publication' | 'explanation'
const rules: readonly { readonly rule: RuleName; readonly choice: ChoiceKey }[] = [
  { rule: 'triage', choice: 'triageFrom' },
  { rule: 'answer', choice: 'answerFrom' },
  { rule: 'rework', choice: 'reworkBudget' },
  { rule: 'total', choice: 'totalFrom' },
  { rule: 'publication', choice: 'publicationFrom' },
  { rule: 'explanation', choice: 'alsoAnswer' },
]

function Rule({ title, quote, children }: { title: string; quote: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, px: 1.5, pt: 0.5, pb: 1.25, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ px: 0.5 }}>{title}</Typography>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ m: 0, mb: 1 }}>{quote}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'flex-start' }}>{children}</Box>
    </Box>
  )
}

/** Every number, clock and reading of an order beside the clause's own words. */
export function RuleFields(props: FieldsProps) {
  const choice = (name: ChoiceKey) => {
    const { label, ...options } = words.choices[name]
    return <Choice {...props} name={name} label={label} options={options} />
  }
  return (
    <>
      {rules.map(({ rule, choice: name }) => (
        <Rule key={rule} title={ru.deadlines.rule[rule]} quote={words.quotes[rule]}>
          <Field {...props} name={`${rule}Clause`} label={words.clause} width="0 1 72px" />
          <Field {...props} name={`${rule}Hours`} label={words.hours} width="0 1 80px" />
          <Choice {...props} name={`${rule}Clock`} label={words.clock} options={words.clocks} />
          {choice(name)}
          {rule === 'publication' && <Field {...props} name="floorHours" label={words.floor} hint={words.floorHint} width="0 1 230px" />}
        </Rule>
      ))}
      <Rule title={ru.deadlines.rule.emergency} quote={words.quotes.emergency}>
        <Field {...props} name="emergencyClause" label={words.clause} width="0 1 72px" />
        <Field {...props} name="emergencyTriageHours" label={words.emergencyTriage} />
        <Field {...props} name="emergencyAnswerHours" label={words.emergencyAnswer} />
        <Choice {...props} name="emergencyClock" label={words.clock} options={words.clocks} />
        {choice('emergencyFrom')}
      </Rule>
      <Rule title={ru.deadlines.rule.appealAnswer} quote={words.quotes.appeal}>
        <Field {...props} name="registrationDays" label={words.registration} />
        <Field {...props} name="forwardingDays" label={words.forwarding} />
        <Field {...props} name="answerDays" label={words.appealAnswer} />
        <Field {...props} name="extensionDays" label={words.extension} />
      </Rule>
      <Rule title={words.warnings} quote={words.quotes.warnings}>
        {choice('warnHalf')}
        <Field {...props} name="warnMinutes" label={words.warnMinutes} width="0 1 230px" />
        {choice('warnLastHour')}
      </Rule>
    </>
  )
}
