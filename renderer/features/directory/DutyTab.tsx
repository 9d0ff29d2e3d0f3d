import ContactPhone from '@mui/icons-material/ContactPhoneOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { useMemo } from 'react'
import { dutyList, type DutyLine } from '../../../shared/domain/people/dutyList'
import { directory as words } from '../../i18n/ru/directory'
import { useDirectory, useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { EmptyState } from '../../ui/EmptyState'
import { useInstantFormat } from '../../ui/formatContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { PrintSheet } from '../../ui/PrintSheet'

/** 3.9: whom to ring, large enough to read across a desk; the same sheet goes to the printer. */
export function DutyTab() {
  const directory = useDirectory()
  const office = useOffice()
  const format = useInstantFormat()
  const now = useNow('minute')
  const list = useMemo(() => dutyList(directory), [directory])
  const empty = list.workingHours.length + list.otherHours.length === 0
  useShortcuts(words.keys.group, [{ chord: { code: 'KeyP', ctrl: true }, label: words.keys.print, run: () => window.print(), disabled: empty }])
  const missing = list.missing.length > 0 && (
    <Alert severity="warning">{`${words.duty.missing}: ${list.missing.map((department) => department.shortName ?? department.name).join(', ')}`}</Alert>
  )
  if (empty) return <>{missing}<EmptyState icon={ContactPhone} title={words.duty.empty}>{words.duty.emptyHint}</EmptyState></>
  const sheet = (
    <>
      <Typography variant="h5" component="h2">{words.duty.title}</Typography>
      <Typography variant="body2" sx={{ mb: 2 }}>{`${office.name}. ${words.duty.clause}. ${words.duty.printedAt(format.moment(now))}`}</Typography>
      <Hours title={words.duty.workingHours} lines={list.workingHours} />
      <Hours title={words.duty.otherHours} lines={list.otherHours} />
    </>
  )
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Button variant="contained" startIcon={<Print />} onClick={() => window.print()}>{words.duty.print}</Button>
        <Typography variant="body2" color="textSecondary">{words.duty.offline}</Typography>
      </Box>
      {missing}
      <Paper variant="outlined" sx={{ p: 3 }}>{sheet}</Paper>
      <PrintSheet>{sheet}</PrintSheet>
    </>
  )
}

function Hours({ title, lines }: { title: string; lines: readonly DutyLine[] }) {
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Typography variant="h6" component="h3" sx={{ mb: 1, borderBottom: 2, borderColor: 'currentColor' }}>{title}</Typography>
      {lines.length === 0 && <Typography>{words.duty.nobody}</Typography>}
      {lines.map(({ person, department, phones }) => (
        <Box key={person.id} sx={{ display: 'flex', gap: 3, py: 1, borderBottom: 1, borderColor: 'divider', breakInside: 'avoid', alignItems: 'baseline' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography sx={{ fontSize: '1.125rem', fontWeight: 500 }}>{person.name}</Typography>
            <Typography variant="body2">{[person.position, department?.name].filter((text) => text !== undefined).join(', ')}</Typography>
          </Box>
          <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
            {phones.map((phone, index) => <Typography key={phone} sx={index === 0 ? { fontSize: '1.375rem', fontWeight: 500 } : {}}>{phone}</Typography>)}
            {phones.length === 0 && <Typography>{words.duty.noPhone}</Typography>}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
