import { createContext, useContext } from 'react'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { Result } from '../../../shared/lib/result'
import type { ServerLook } from '../../../shared/server/provision/look'
import type { Administration } from '../../application/server/administration'

/** The administrator at his work, while the page is open. */
export interface AdministrationDesk {
  readonly administration: Administration
  /** With the password in it. */
  readonly opening: ServerOpening
  readonly address: string
  readonly user: string
  /** What the server was like when last looked at. */
  readonly look: ServerLook
  /** Structures of the directory that work, and so are wanted on the server. */
  readonly wanted: readonly DepartmentId[]
  /** Looks anew; the error is a sentence. `reach`: how the server reaches itself, when the person says so. */
  lookAgain(reach?: string): Promise<Result<undefined, string>>
}

export const AdministrationContext = createContext<AdministrationDesk | null>(null)

export function useAdministration(): AdministrationDesk {
  const desk = useContext(AdministrationContext)
  if (desk === null) throw new Error('useAdministration outside ServerAdminScreen')
  return desk
}
