import { Alert, Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Connection } from '../../application/server/desk'
import { sayClock, saysClockFarOff, sayStanding } from './serverTexts'
import { personName } from '../../format/people'
import { server } from '../../i18n/ru/server'
import { useDirectory } from '../applicationContext'

const words = server.connect

/** Pairs of a name and what it is, for reading down. */
export function FactList({ facts }: { facts: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(160px, max-content) 1fr' }, columnGap: 2, rowGap: 0.5 }}>
      {facts.map(({ name, value }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary">{name}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>{value}</Typography>
        </Box>
      ))}
    </Box>
  )
}

/** Whom the server takes the person for, and what it has. */
export function ConnectionFacts({ connection }: { connection: Connection }) {
  const directory = useDirectory()
  const { signedIn, standing, database, events, clockAhead } = connection
  const name = personName(directory, signedIn.person)
  return (
    <Alert severity="success" role="status" sx={{ '& .MuiAlert-message': { flex: 1 } }}>
      <Typography variant="subtitle2" sx={{ mb: 0.5 }}>{words.tested}</Typography>
      <FactList
        facts={[
          { name: words.facts.person, value: name === signedIn.person ? name : `${name} (${signedIn.person})` },
          { name: words.facts.role, value: sayStanding(standing, directory) },
          { name: words.facts.database, value: database },
          { name: words.facts.events, value: new Intl.NumberFormat('ru-RU').format(events) },
          { name: words.facts.clock, value: sayClock(clockAhead) },
        ]}
      />
      {saysClockFarOff(clockAhead) && <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>{server.clock.warning}</Alert>}
    </Alert>
  )
}
