import type { JoinedServer } from '../../application/server/desk'
import { sayStanding } from '../../ui/server/serverTexts'
import { server as words } from '../../i18n/ru/server'
import { directoryDatabase, eventDatabase } from '../../../shared/server/names'
import { useApplication, useDirectory } from '../../ui/applicationContext'
import { Section } from '../../ui/Section'
import { FactList } from '../../ui/server/ConnectionFacts'
import { mustInsist } from '../../ui/server/fieldValues'

const page = words.page

/** Which server, who signs in, and what he may there. */
export function JoinedSection({ joined }: { joined: JoinedServer }) {
  const { server } = useApplication()
  const directory = useDirectory()
  const { address, user, remember, standing } = joined
  const how = address.startsWith('https:') ? page.encrypted : mustInsist(address) ? page.open : page.loopback
  return (
    <Section title={page.connection}>
      <FactList
        facts={[
          { name: page.server, value: `${address} (${how})` },
          { name: page.user, value: user },
          { name: page.role, value: sayStanding(standing, directory) },
          { name: page.database, value: `${eventDatabase(server.at, standing)}, ${directoryDatabase(server.at)}` },
          { name: page.password, value: remember ? page.remembered : page.asked },
        ]}
      />
    </Section>
  )
}
