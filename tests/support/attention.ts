import { deadlinesOf, type CaseFacts, type RulesInForce, type WarningSettings } from '../../shared/domain/deadlines'
import {
  emptyMemory, look, noServer, watchesOf,
  type AttentionMemory, type CaseNotice, type LookingAt, type Notice, type Outlook, type WatchedCase, type WatchingBy, type WatchingDesk,
} from '../../shared/domain/attention'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Instant } from '../../shared/domain/time'

export const caseIdOf = (n: number) => `c${n.toString(16).padStart(32, '0')}` as CaseId
export const everyone: WatchingDesk = { whose: 'everyone' }
export const operatorDesk: WatchingDesk = { whose: 'operator' }

interface Under {
  readonly caseId?: CaseId
  readonly desk?: WatchingDesk
  readonly settings?: WarningSettings
  /** The desk's hours; the office's by default. */
  readonly deskTime?: WatchingBy['deskTime']
}

/** A case of these facts under watch, without news. */
export function watchedFacts(facts: CaseFacts, rules: RulesInForce, { caseId = caseIdOf(1), desk = everyone, settings, deskTime = () => rules.office }: Under = {}): WatchedCase {
  return {
    caseId,
    network: 'vk',
    emergency: facts.emergencyFlaggedAt !== null,
    watches: watchesOf(caseId, deadlinesOf(facts, rules, null).deadlines, rules, { desk, settings: settings ?? null, deskTime: facts.emergencyFlaggedAt === null ? deskTime : () => null }),
    news: [],
  }
}

export const looking = (over: Partial<LookingAt> & Pick<LookingAt, 'now'>): LookingAt => ({
  time: null, memory: emptyMemory, off: new Set(), gathered: false, sending: { unsent: 0, offline: false }, server: noServer, ...over,
})

export interface Told {
  readonly at: Instant
  readonly notice: Notice
}

/** A computer that looks whenever it said it would, from `from` to `to`. */
export function lookThrough(cases: (now: Instant) => readonly WatchedCase[], over: Omit<Partial<LookingAt>, 'now'>, from: Instant, to: Instant): { readonly told: readonly Told[]; readonly memory: AttentionMemory } {
  const told: Told[] = []
  let memory = over.memory ?? emptyMemory
  let now: Instant | null = from
  while (now !== null && now <= to) {
    const at: Instant = now
    const seen: Outlook = look(cases(at), looking({ ...over, memory, now: at }))
    told.push(...seen.notices.map((notice) => ({ at, notice })))
    memory = seen.memory
    if (seen.again !== null && seen.again <= at) throw new Error('It would look again at once, for ever')
    now = seen.again
  }
  return { told, memory }
}

/** What was said: the hour by the office's clock, the deadline, the threshold. */
export const said = (told: readonly Told[], hour: (at: Instant) => string): readonly string[] =>
  told.flatMap(({ at, notice }) => casesOf(notice).flatMap(({ warnings }) => warnings.map(({ deadline, threshold }) => `${hour(at)} ${deadline} ${threshold}`)))

export const casesOf = (notice: Notice): readonly CaseNotice[] => (notice.kind === 'server' ? [] : notice.kind === 'digest' ? notice.cases : [notice])
