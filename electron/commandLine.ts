import type { Result } from '../shared/lib/result'
import { err, ok } from '../shared/lib/result'
import type { CaseId } from '../shared/domain/journal/ids'
import { caseIdSchema } from '../shared/domain/journal/ids'
import { linkScheme } from './identity'

/** What the program was started with. */
export interface CommandLine {
  /** Keeps its data apart from others' on the same computer; null is the ordinary one. */
  readonly profile: string | null
  /** Start in the tray: how the system starts it at log-in. */
  readonly hidden: boolean
  /** The case of a link `otklik://case/<id>` that the system handed over. */
  readonly caseId: CaseId | null
}

const linkStart = `${linkScheme}://case/`

/** The case that a deep link names, or null when it is not such a link. */
export function caseInLink(link: string): CaseId | null {
  if (!link.toLowerCase().startsWith(linkStart)) return null
  const parsed = caseIdSchema.safeParse(link.slice(linkStart.length).replace(/\/$/, ''))
  return parsed.success ? parsed.data : null
}

function profileIn(args: readonly string[]): string | null {
  const joined = args.find((argument) => argument.startsWith('--profile='))
  if (joined !== undefined) return joined.slice('--profile='.length)
  const at = args.indexOf('--profile')
  return at === -1 ? null : (args[at + 1] ?? '')
}

/**
 * Reads the arguments of a start, or of a second start handed to the first.
 * A profile becomes a folder's name, therefore letters, digits, `-` and `_` only, up to 40.
 */
export function readCommandLine(args: readonly string[]): Result<CommandLine, 'badProfile'> {
  const profile = profileIn(args)
  if (profile !== null && !/^[\p{L}\p{N}_-]{1,40}$/u.test(profile)) return err('badProfile')
  const link = args.find((argument) => argument.toLowerCase().startsWith(`${linkScheme}:`))
  return ok({ profile, hidden: args.includes('--hidden'), caseId: link === undefined ? null : caseInLink(link) })
}
