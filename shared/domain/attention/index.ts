/**
 * Attention: what has to be said now, once, to the one who can act, and when to look again.
 *
 *   const cases = open.map((state) => watched(state, rules, { desk, person, settings }))   // once per change of a case
 *   const { notices, memory, again, tray } = look(cases, { now, time, memory, … })          // at every change and at `again`
 *
 * Pure; rules are numbered AT… in ../SPEC.md.
 */
export { deadlinesFor, deskOf, type WatchingDesk } from './desk'
export { later, look, type LookingAt, type Outlook, type Told } from './look'
export { emptyMemory, memorySchema, merged, withoutOld, type AttentionMemory } from './memory'
export type { NewsKind } from './news'
export type { CaseNotice, Digest, DueNotice, Notice } from './notices'
export type { Sending, TrayView } from './trayView'
export { noServer, type ServerSide } from './server'
export { watched, watchesOf, type WatchedCase, type Watching } from './watchedCase'
export { watchOf, type Threshold, type Warning, type Watch, type WatchingBy } from './warnings'
