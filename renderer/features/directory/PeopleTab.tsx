import Add from '@mui/icons-material/Add'
import Group from '@mui/icons-material/GroupOutlined'
import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import type { Person } from '../../../shared/domain/people/directory'
import { isFoundBy } from '../../../shared/domain/search/match'
import { departmentName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { directory as words } from '../../i18n/ru/directory'
import { EmptyState } from '../../ui/EmptyState'
import { useShortcuts } from '../../ui/keys/keysContext'
import { PersonDialog } from './PersonDialog'
import { RowButton } from './RowButton'
import { useDirectoryEdit } from './useDirectoryEdit'

export function PeopleTab({ query }: { query: string }) {
  const { directory, mayEdit } = useDirectoryEdit()
  const [edited, setEdited] = useState<Person | 'new' | null>(null)
  useShortcuts(words.keys.group, [{ chord: { code: 'KeyN' }, label: words.people.add, run: () => setEdited('new'), disabled: !mayEdit }])
  const shown = useMemo(() => {
    const structure = (person: Person) => (person.department === undefined ? '' : departmentName(directory, person.department))
    return directory.people
      .filter((person) => isFoundBy(query, [person.name, person.position ?? '', structure(person), person.workPhone ?? '', person.mobilePhone ?? ''].join(' · ')))
      .sort((a, b) => a.name.localeCompare(b.name, 'ru'))
  }, [directory, query])
  const add = <Button variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>{words.people.add}</Button>
  const dialog = edited !== null && <PersonDialog person={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />
  if (directory.people.length === 0) {
    return (
      <>
        <EmptyState icon={Group} title={words.people.empty} action={mayEdit ? add : undefined}>{words.people.emptyHint}</EmptyState>
        {dialog}
      </>
    )
  }
  const columns = words.people.columns
  return (
    <>
      {mayEdit && <Box>{add}</Box>}
      {shown.length === 0 ? (
        <EmptyState icon={Group} title={words.nothingFound}>{words.nothingFoundHint}</EmptyState>
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'auto' }}>
          <Table stickyHeader aria-label={words.tabs.people}>
            <TableHead>
              <TableRow>{[columns.name, columns.department, columns.phones, columns.duty, columns.role].map((title) => <TableCell key={title}>{title}</TableCell>)}</TableRow>
            </TableHead>
            <TableBody>
              {shown.map((person) => (
                <TableRow key={person.id} hover>
                  <TableCell>
                    <RowButton onClick={() => setEdited(person)} disabled={!mayEdit}>{person.name}</RowButton>
                    <Typography variant="caption" color="textSecondary">{person.position}</Typography>
                  </TableCell>
                  <TableCell>
                    {person.department === undefined ? '' : departmentName(directory, person.department)}
                    {person.place !== undefined && <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>{ru.kinds.personPlace[person.place]}</Typography>}
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{[person.workPhone, person.mobilePhone].filter((phone) => phone !== undefined).map((phone) => <div key={phone}>{phone}</div>)}</TableCell>
                  <TableCell>{dutyText(person)}</TableCell>
                  <TableCell>{person.role === undefined ? words.person.noRole : ru.kinds.role[person.role]}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
      {dialog}
    </>
  )
}

const dutyText = ({ onDuty }: Person): string =>
  [onDuty?.workingHours === true ? words.person.dutyWorking : '', onDuty?.otherHours === true ? words.person.dutyOther : ''].filter((text) => text !== '').join('; ')
