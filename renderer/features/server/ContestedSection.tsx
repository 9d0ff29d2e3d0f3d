import { Box, Button, Typography } from '@mui/material'
import type { OfficeDocumentName } from '../../application/office'
import { server as words } from '../../i18n/ru/server'
import { useApplication } from '../../ui/applicationContext'
import { Section } from '../../ui/Section'
import { useSay } from '../../ui/snackbar'

const page = words.page

/** Two administrators changed the same document unseen by each other, or the server has an older one again: a person chooses. */
export function ContestedSection({ contested }: { contested: readonly OfficeDocumentName[] }) {
  const { server } = useApplication()
  const say = useSay()
  if (contested.length === 0) return null
  const settle = async (name: OfficeDocumentName, which: 'own' | 'servers') => {
    await server.settleOffice(name, which)
    say({ text: `${page.settled}: ${words.officeDocument[name]}`, severity: 'info' })
  }
  return (
    <Section title={page.contestedTitle}>
      <Typography variant="body2" color="textSecondary">{page.contestedHint}</Typography>
      {contested.map((name) => (
        <Box key={name} role="group" aria-label={words.officeDocument[name]} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.5 }}>
          <Typography variant="body2" sx={{ flex: 1, minWidth: 180 }}>{words.officeDocument[name]}</Typography>
          <Button onClick={() => void settle(name, 'own')}>{page.keepOwn}</Button>
          <Button onClick={() => void settle(name, 'servers')}>{page.takeServers}</Button>
        </Box>
      ))}
    </Section>
  )
}
