import { assertNever } from '../../../shared/lib/assertNever'
import { linkFailures, type LinkFailure } from '../../../shared/server/link'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { ServerStanding } from '../../../shared/server/names'
import type { Directory } from '../../../shared/domain/people/directory'
import type { BringFailure, JoinFailure } from '../../application/server/desk'
import type { SyncHeadline, SyncStatus } from '../../application/server/status'
import { ru } from '../../i18n/ru'
import { server as words, type Trouble } from '../../i18n/ru/server'
import { duration } from '../../format/durations'
import { departmentName } from '../../format/people'

/** Why there is no connection, and what to do about it. */
export function sayJoinFailure(failure: JoinFailure | BringFailure): Trouble {
  switch (failure.reason) {
    case 'unreachable': return words.links[failure.failure]
    case 'serverFailing': return words.serverFailing(failure.status)
    // The main process's own sentence says both.
    case 'opening': return { what: failure.message, todo: '' }
    case 'ownJournal':
    case 'training':
    case 'notAdministrator': return words.joining[failure.reason]
    default: return words.stops[failure.reason]
  }
}

/** The status as trouble with its remedy; null while there is none. */
export function sayTrouble({ phase }: SyncStatus): Trouble | null {
  switch (phase.kind) {
    case 'off':
    case 'connecting':
    case 'lent':
    case 'working': return null
    case 'unreachable': return words.links[phase.failure]
    case 'serverFailing': return words.serverFailing(phase.status)
    case 'stopped': return words.stops[phase.reason]
    default: return assertNever(phase, 'phase')
  }
}

/** `fine` needs nobody, `busy` is under way, `away` waits by itself, `person` waits for one. */
export type HeadlineTone = 'fine' | 'busy' | 'away' | 'person'

/** The status line: its words, and how much it wants of a person. `near` gives an instant its hour. */
export function sayHeadline(headline: SyncHeadline, near: (at: number) => string): { readonly text: string; readonly tone: HeadlineTone } {
  const said = words.headline
  switch (headline.kind) {
    case 'off': return { text: said.alone, tone: 'fine' }
    case 'connecting': return { text: said.connecting, tone: 'busy' }
    case 'lent': return { text: headline.unsent === 0 ? said.lent : `${said.lent}; ${said.unsent(headline.unsent)}`, tone: 'busy' }
    case 'allSent': return { text: said.allSent, tone: 'fine' }
    case 'notSent': return { text: said.notSent(headline.count, near(headline.since)), tone: 'busy' }
    case 'receiving': return { text: said.receiving(headline.done, headline.total), tone: 'busy' }
    case 'unreachable': return { text: headline.unsent === 0 ? said.unreachable : `${said.unreachable}; ${said.unsent(headline.unsent)}`, tone: 'away' }
    case 'serverFailing': return { text: said.serverFailing(headline.status), tone: 'away' }
    case 'stopped': return { text: said.stopped[headline.reason], tone: 'person' }
    case 'refused': return { text: said.refused(headline.events, headline.files), tone: 'person' }
    case 'contested': return { text: said.contested(headline.count), tone: 'person' }
    case 'officeRefused': return { text: said.officeRefused(headline.count), tone: 'person' }
    case 'rest': return { text: capital(said.rest(headline.uploads, headline.office)), tone: 'busy' }
    default: return assertNever(headline, 'headline')
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** @param ahead ms that this computer is ahead of the server; null where the server does not tell */
export function sayClock(ahead: number | null): string {
  if (ahead === null) return words.clock.unknown
  if (Math.abs(ahead) < 60_000) return words.clock.same
  return ahead > 0 ? words.clock.ahead(duration(ahead)) : words.clock.behind(duration(-ahead))
}

export const saysClockFarOff = (ahead: number | null): boolean => ahead !== null && Math.abs(ahead) > 5 * 60_000

export function sayStanding(standing: ServerStanding, directory: Directory): string {
  return standing.kind === 'department' ? words.connect.department(departmentName(directory, standing.department)) : standing.roles.map((role) => ru.kinds.role[role]).join(', ')
}

const isLinkFailure = (outcome: FileOutcome): outcome is LinkFailure => (linkFailures as readonly string[]).includes(outcome)

/** Why a file could not be fetched; null when it was. */
export function sayFileOutcome(outcome: FileOutcome): string | null {
  if (outcome === 'done' || outcome === 'there') return null
  if (isLinkFailure(outcome)) return `${words.links[outcome].what}. ${words.links[outcome].todo}`
  return words.fileTrouble[outcome]
}
