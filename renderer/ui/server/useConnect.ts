import { useState } from 'react'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { Connection, JoinFailure, OfficeRole } from '../../application/server/desk'
import { useApplication } from '../applicationContext'

export type Connecting = 'idle' | 'testing' | 'joining'

export interface Connect {
  readonly doing: Connecting
  readonly failure: JoinFailure | null
  /** The last try that went well; gone when anything is typed anew. */
  readonly tested: Connection | null
  readonly role: OfficeRole | null
  choose(role: OfficeRole): void
  test(opening: ServerOpening): Promise<void>
  /** Tries first: with several roles it stops there and asks which. Whether the computer has joined. */
  join(opening: ServerOpening): Promise<boolean>
  forget(): void
}

/** Trying a server and joining it. */
export function useConnect(): Connect {
  const { server } = useApplication()
  const [doing, setDoing] = useState<Connecting>('idle')
  const [failure, setFailure] = useState<JoinFailure | null>(null)
  const [tested, setTested] = useState<Connection | null>(null)
  const [role, setRole] = useState<OfficeRole | null>(null)

  const tryIt = async (opening: ServerOpening): Promise<Connection | null> => {
    setFailure(null)
    const tried = await server.test(opening)
    setTested(tried.ok ? tried.value : null)
    if (!tried.ok) setFailure(tried.error)
    return tried.ok ? tried.value : null
  }
  const doingIt = async <T,>(what: Connecting, work: () => Promise<T>): Promise<T> => {
    setDoing(what)
    try {
      return await work()
    } finally {
      setDoing('idle')
    }
  }
  return {
    doing, failure, tested, role,
    choose: setRole,
    test: (opening) => doingIt('testing', async () => void (await tryIt(opening))),
    join: (opening) =>
      doingIt('joining', async () => {
        const connection = tested ?? (await tryIt(opening))
        if (connection === null || (manyRoles(connection) && role === null)) return false
        const joined = await server.join(opening, role ?? undefined)
        if (!joined.ok) setFailure(joined.error)
        return joined.ok
      }),
    forget: () => {
      setFailure(null)
      setTested(null)
      setRole(null)
    },
  }
}

export const manyRoles = ({ standing }: Connection): boolean => standing.kind === 'office' && standing.roles.length > 1
