import { Autocomplete, Box, TextField, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import type { Department } from '../../../../shared/domain/people/directory'
import { isDepartmentFoundBy } from '../../../../shared/domain/search/topics'
import { actions } from '../../../i18n/ru/actions'
import { ru } from '../../../i18n/ru'
import { useDirectory } from '../../../ui/applicationContext'
import { departmentOptions } from '../departmentOptions'

const words = actions.forward

/** A structure by its name or by a topic in citizens' words; those whose topics stand in the message come first. */
export function DepartmentPicker({ state, value, onChange }: { state: CaseState; value: Department | null; onChange: (department: Department | null) => void }) {
  const directory = useDirectory()
  const options = useMemo(() => departmentOptions(state.message.text, directory), [state.message.text, directory])
  const isSuggested = (department: Department) => options.some((option) => option.suggested && option.department.id === department.id)
  return (
    <Autocomplete
      options={options.map(({ department }) => department)}
      value={value}
      autoHighlight
      openOnFocus
      onChange={(_event, next) => onChange(next)}
      getOptionLabel={(department) => department.name}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all, { inputValue }) => {
        if (value !== null && inputValue === value.name) return all
        return all.filter((department) => isDepartmentFoundBy(inputValue, department))
      }}
      renderOption={({ key, ...props }, department) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Typography variant="body2">{department.name}</Typography>
          <Typography variant="caption" color="textSecondary" noWrap component="div">
            {[isSuggested(department) ? words.suggested : '', ru.kinds.departmentKind[department.kind], department.topics.slice(0, 6).join(', ')].filter((part) => part !== '').join(' · ')}
          </Typography>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={words.to} required placeholder={words.toHint} autoFocus />}
    />
  )
}
