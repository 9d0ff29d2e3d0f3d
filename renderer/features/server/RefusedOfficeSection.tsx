import { Box, Button, Typography } from '@mui/material'
import type { OfficeDocumentName } from '../../application/office'
import type { RefusedOffice } from '../../application/server/status'
import { server as words } from '../../i18n/ru/server'
import { useApplication } from '../../ui/applicationContext'
import { Section } from '../../ui/Section'
import { useSay } from '../../ui/snackbar'

const page = words.page

/** Settings that the server would not take, each with why and what to do. */
export function RefusedOfficeSection({ refused }: { refused: readonly RefusedOffice[] }) {
  const { server } = useApplication()
  const say = useSay()
  if (refused.length === 0) return null
  const settle = async (name: OfficeDocumentName, which: 'own' | 'servers', said: string) => {
    await server.settleOffice(name, which)
    say({ text: `${said}: ${words.officeDocument[name]}`, severity: 'info' })
  }
  return (
    <Section title={page.officeRefusedTitle}>
      <Typography variant="body2" color="textSecondary">{page.officeRefusedHint}</Typography>
      {refused.map(({ name, code, detail }) => (
        <Box key={name} role="group" aria-label={words.officeDocument[name]} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1, py: 1 }}>
          <Box sx={{ flex: 1, minWidth: 260 }}>
            <Typography variant="body2" sx={{ fontWeight: 500 }}>{`${words.officeDocument[name]}: ${words.officeRefused[code].what}`}</Typography>
            <Typography variant="body2">{words.officeRefused[code].todo}</Typography>
            {detail !== '' && <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{page.serversWords(detail)}</Typography>}
          </Box>
          <Button onClick={() => void settle(name, 'own', page.offeredOffice)}>{page.offerAgain}</Button>
          <Button onClick={() => void settle(name, 'servers', page.settled)}>{page.takeServers}</Button>
        </Box>
      ))}
    </Section>
  )
}
