import { useCallback, useMemo, useState } from 'react'
import AdminPanelSettings from '@mui/icons-material/AdminPanelSettingsOutlined'
import type { ServerOpening } from '../../../shared/ipc/server'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { ServerLook } from '../../../shared/server/provision/look'
import { Administration } from '../../application/server/administration'
import { serverAdmin as words } from '../../i18n/ru/serverAdmin'
import { useApplication, useDirectory, useObservable } from '../../ui/applicationContext'
import { EmptyState } from '../../ui/EmptyState'
import { AdministrationContext } from './administrationContext'
import { ConnectForm } from './ConnectForm'
import { machineRandom, relaySecret } from './passwords'
import { Sections } from './Sections'
import { selfOf } from './selfAddress'
import { troubleText } from './troubleText'

interface Session {
  readonly administration: Administration
  readonly opening: ServerOpening
  readonly look: ServerLook
}

/** The server from its administrator's side. His password lives in this component's state and nowhere else: leaving forgets it. */
export function ServerAdminScreen() {
  const application = useApplication()
  const mayKeepOffice = useObservable(application.mayKeepOffice)
  const directory = useDirectory()
  const [session, setSession] = useState<Session | null>(null)
  const wanted = useMemo(() => directory.departments.filter(({ closed }) => closed !== true).map(({ id }) => id), [directory])
  const { server } = application

  const enter = useCallback(
    async (opening: ServerOpening): Promise<Result<undefined, string>> => {
      const administration = new Administration({ desk: server, opening, secret: () => relaySecret(machineRandom), pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) })
      const looked = await administration.look(wanted, { address: selfOf(opening.address), insist: false })
      if (!looked.ok) return err(troubleText(looked.error))
      setSession({ administration, opening, look: looked.value })
      return ok(undefined)
    },
    [server, wanted],
  )
  const desk = useMemo(
    () =>
      session === null
        ? null
        : {
            administration: session.administration,
            opening: session.opening,
            address: session.opening.address,
            user: session.opening.user,
            look: session.look,
            wanted,
            lookAgain: async (reach?: string): Promise<Result<undefined, string>> => {
              const looked = await session.administration.look(wanted, { address: reach ?? selfOf(session.opening.address), insist: reach !== undefined })
              if (!looked.ok) return err(troubleText(looked.error))
              setSession((before) => before && { ...before, look: looked.value })
              return ok(undefined)
            },
          },
    [session, wanted],
  )
  if (!mayKeepOffice) return <EmptyState icon={AdminPanelSettings} title={words.notYours.title}>{words.notYours.hint}</EmptyState>
  if (desk === null) return <ConnectForm onOpen={enter} />
  return (
    <AdministrationContext value={desk}>
      <Sections onLeave={() => setSession(null)} />
    </AdministrationContext>
  )
}
