import { assertNever } from '../../lib/assertNever'
import type { CaseState } from '../case/caseState'
import type { Command, CommandType } from '../case/command'
import type { Rejection } from '../case/rejections'
import type { Actor, Role } from './roles'

const ofDepartment: readonly CommandType[] = ['SubmitAnswer', 'DeclineForwarding']
const ofAdministrator: readonly CommandType[] = ['ErasePersonalData']

/** Whether a role ever gives this command; on which forwarding is `may`'s question. */
export function roleGives(role: Role, command: CommandType): boolean {
  switch (role) {
    // Also a department's two, in its name: an answer told by telephone is recorded as that department's.
    case 'operator': return true
    case 'department': return ofDepartment.includes(command)
    case 'supervisor': return false
    case 'administrator': return ofAdministrator.includes(command)
    default: return assertNever(role, 'role')
  }
}

/**
 * 1.4: who takes everything out of the program, or puts it in: a copy holds every author's words. `shared`: the office's settings are
 * the whole district's, on its server, and only the administrator changes them; on a computer alone the operator keeps them too.
 */
export const keepsOffice = (role: Role, shared = false): boolean => role === 'administrator' || (role === 'operator' && !shared)

/** What the people's table says against it; undefined when nothing does. */
export function may(actor: Actor, command: Command, state: CaseState | undefined): Rejection | undefined {
  if (!roleGives(actor.role, command.type)) return { reason: 'notPermitted', role: actor.role, command: command.type }
  if (actor.role !== 'department' || !('forwarding' in command)) return undefined
  const forwarding = state?.forwardings.find((found) => found.event === command.forwarding)
  return forwarding === undefined || forwarding.to === actor.department ? undefined : { reason: 'notYourForwarding', department: forwarding.to }
}
