import Add from '@mui/icons-material/Add'
import Apartment from '@mui/icons-material/ApartmentOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Box, Button, Chip, FormControlLabel, Paper, Switch, Table, TableBody, TableCell, TableHead, TableRow, Tooltip, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import type { Department } from '../../../shared/domain/people/directory'
import { isDepartmentFoundBy } from '../../../shared/domain/search/topics'
import { ru } from '../../i18n/ru'
import { directory as words } from '../../i18n/ru/directory'
import { EmptyState } from '../../ui/EmptyState'
import { useShortcuts } from '../../ui/keys/keysContext'
import { DepartmentDialog } from './DepartmentDialog'
import { headOf } from './personForm'
import { RowButton } from './RowButton'
import { StructuresImport } from './StructuresImport'
import { useDirectoryEdit } from './useDirectoryEdit'

/** 2.7: whom a message can be forwarded to. */
export function StructuresTab({ query }: { query: string }) {
  const { directory, mayEdit } = useDirectoryEdit()
  const [edited, setEdited] = useState<Department | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const [showClosed, setShowClosed] = useState(false)
  useShortcuts(words.keys.group, [{ chord: { code: 'KeyN' }, label: words.structures.add, run: () => setEdited('new'), disabled: !mayEdit }])

  const anyClosed = directory.departments.some((department) => department.closed === true)
  const shown = useMemo(
    () =>
      directory.departments
        .filter((department) => showClosed || department.closed !== true)
        .filter((department) => isDepartmentFoundBy(query, department))
        .sort((a, b) => Number(a.closed ?? false) - Number(b.closed ?? false) || a.name.localeCompare(b.name, 'ru')),
    [directory, query, showClosed],
  )

  const add = <Button variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>{words.structures.add}</Button>
  const dialogs = (
    <>
      {edited !== null && <DepartmentDialog department={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
      {importing && <StructuresImport onClose={() => setImporting(false)} />}
    </>
  )
  if (directory.departments.length === 0) {
    return (
      <>
        <EmptyState icon={Apartment} title={words.structures.empty} action={mayEdit ? <Box sx={{ display: 'flex', gap: 1 }}>{add}<ImportButton onClick={() => setImporting(true)} /></Box> : undefined}>
          {words.structures.emptyHint}
        </EmptyState>
        {dialogs}
      </>
    )
  }
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {mayEdit && add}
        {mayEdit && <ImportButton onClick={() => setImporting(true)} />}
        <Box sx={{ flex: 1 }} />
        {anyClosed && <FormControlLabel control={<Switch checked={showClosed} onChange={(_event, on) => setShowClosed(on)} />} label={words.structures.showClosed} />}
      </Box>
      {shown.length === 0 ? (
        <EmptyState icon={Apartment} title={words.nothingFound}>{words.nothingFoundHint}</EmptyState>
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'auto' }}>
          <Table stickyHeader aria-label={words.tabs.structures}>
            <TableHead>
              <TableRow>
                <TableCell>{words.structures.columns.name}</TableCell>
                <TableCell sx={{ width: 190 }}>{words.structures.columns.kind}</TableCell>
                <TableCell sx={{ width: 220 }}>{words.structures.columns.head}</TableCell>
                <TableCell>{words.structures.columns.topics}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((department) => (
                <TableRow key={department.id} hover>
                  <TableCell>
                    <RowButton onClick={() => setEdited(department)} disabled={!mayEdit}>
                      {department.name}
                      {department.shortName !== undefined && <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>{department.shortName}</Typography>}
                    </RowButton>
                    {department.closed === true && <Chip label={words.structures.closedMark} variant="outlined" />}
                  </TableCell>
                  <TableCell>{ru.kinds.departmentKind[department.kind]}</TableCell>
                  <TableCell>{headOf(directory, department.id)?.name ?? <Typography variant="body2" component="span" color="textSecondary">{words.structures.noHead}</Typography>}</TableCell>
                  <TableCell><Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>{department.topics.map((topic) => <Chip key={topic} label={topic} variant="outlined" />)}</Box></TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
      {dialogs}
    </>
  )
}

function ImportButton({ onClick }: { onClick: () => void }) {
  return <Tooltip describeChild title={words.structures.importHint}><Button startIcon={<UploadFile />} onClick={onClick}>{words.structures.import}</Button></Tooltip>
}
