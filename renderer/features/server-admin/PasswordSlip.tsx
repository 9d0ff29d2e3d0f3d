import ContentCopy from '@mui/icons-material/ContentCopy'
import Print from '@mui/icons-material/PrintOutlined'
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import type { PersonId } from '../../../shared/domain/people/roles'
import type { PlannedPerson } from '../../../shared/server/provision/plan'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication, useDirectory, useOffice } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { KeyLayer } from '../../ui/keys/keysContext'
import { PrintSheet } from '../../ui/PrintSheet'
import { useCopy } from '../../ui/useCopy'
import { useAdministration } from './administrationContext'
import { rolesText } from './roles'

const words = serverAdmin.slip

/** A new password and whose it is; exists only while its dialog is open. */
export interface Slip {
  readonly name: PersonId
  readonly title: string
  readonly roles: PlannedPerson['roles']
  readonly password: string
}

/** The only time that the password is seen. Closed by its button alone: a slip of the hand must not lose it. */
export function PasswordSlip({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  const copy = useCopy()
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="slip-title" onClose={() => undefined}>
      <KeyLayer>
        <DialogTitle id="slip-title">{words.title}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
          <Alert severity="warning">{words.hint}</Alert>
          <Facts slip={slip} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button autoFocus variant="outlined" startIcon={<ContentCopy />} onClick={() => void copy(slip.password, words.copied)}>{words.copy}</Button>
            <Button variant="outlined" startIcon={<Print />} onClick={() => window.print()}>{words.print}</Button>
          </Box>
        </DialogContent>
        <DialogActions><Button variant="contained" onClick={onClose}>{words.close}</Button></DialogActions>
      </KeyLayer>
      <PrintSheet><Sheet slip={slip} /></PrintSheet>
    </Dialog>
  )
}

function Facts({ slip }: { slip: Slip }) {
  const directory = useDirectory()
  const { address } = useAdministration()
  const facts = [[words.person, slip.title], [words.address, address], [words.name, slip.name], [words.can, rolesText(slip.roles, directory)]] as const
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 1, alignItems: 'baseline' }}>
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2">{name}</Typography>
          <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere', userSelect: 'text' }}>{value}</Typography>
        </Box>
      ))}
      <Typography component="dt" variant="body2">{words.password}</Typography>
      <Typography component="dd" sx={{ m: 0, fontFamily: 'monospace', fontSize: '1.25rem', overflowWrap: 'anywhere', userSelect: 'text' }}>{slip.password}</Typography>
    </Box>
  )
}

function Sheet({ slip }: { slip: Slip }) {
  const office = useOffice()
  const format = useInstantFormat()
  const { clock } = useApplication()
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Typography variant="h5" component="h1">{words.heading}</Typography>
      <Typography variant="body2">{`${office.name}. ${words.issued(format.full(clock.now()))}`}</Typography>
      <Facts slip={slip} />
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>{words.how.map((line) => <li key={line}>{line}</li>)}</Box>
    </Box>
  )
}
