import { z } from 'zod'
import { emptyMemory, memorySchema, merged, type AttentionMemory } from '../../shared/domain/attention'
import type { PersonId } from '../../shared/domain/people/roles'
import type { ServerLink } from '../../shared/server/link'

/** What all computers of one person have told while he sat at them, as last laid down; `revision` is to be given back with the next laying. */
export interface Laid {
  readonly memory: AttentionMemory
  readonly revision: string | null
}

/**
 * Where the computers of one person lay what they have told, so that one is quiet about what was told on another.
 *
 * A `_local` document of a database the person works in anyway: CouchDB neither replicates it nor asks the validation function,
 * so that it needs no provisioning and burdens no journal with the reading of notifications. It holds ids and instants, nothing of
 * a citizen. A member could write another's; what he gains is a notification less, and the inbox and the tray still tell.
 */
export interface AttentionShelf {
  /** Null where the server is not reached: then this computer tells by what it knows. */
  read(): Promise<Laid | null>
  /** `changed`: another computer has laid something meanwhile; read again. */
  lay(memory: AttentionMemory, revision: string | null): Promise<'laid' | 'changed' | 'away'>
}

/** A warning must not wait for a server that does not answer, ms. */
const deadline = 3_000
const laidDocument = z.object({ _rev: z.string(), memory: memorySchema })

/** @param database as in a path, encoded @param person the computers' user */
export function attentionShelf(link: ServerLink, database: string, person: PersonId): AttentionShelf {
  const path = `/${database}/_local/${encodeURIComponent(`attention-${person}`)}`
  return {
    read: async () => {
      const reply = await link({ method: 'GET', path, deadline })
      if (!reply.ok) return null
      if (reply.value.status === 404) return { memory: emptyMemory, revision: null }
      const parsed = laidDocument.safeParse(reply.value.body)
      return reply.value.status === 200 && parsed.success ? { memory: parsed.data.memory, revision: parsed.data._rev } : null
    },
    lay: async (memory, revision) => {
      const reply = await link({ method: 'PUT', path, body: { memory, ...(revision === null ? {} : { _rev: revision }) }, deadline })
      if (!reply.ok) return 'away'
      return reply.value.status === 409 ? 'changed' : reply.value.status < 300 ? 'laid' : 'away'
    },
  }
}

/**
 * Two computers that look at the same instant. CouchDB compares no revisions of `_local` documents, so what was laid is read again:
 * who finds the other's word in place of his own leaves it to him.
 */
const tries = 4

export interface Laying {
  /** What is worth keeping: otherwise what is laid would grow for ever. */
  readonly pruned: (memory: AttentionMemory) => AttentionMemory
  /** A computer that nobody sits at tells too, but silences no other: nobody has read it. */
  readonly attended: () => Promise<boolean>
}

/**
 * Lets `look` decide by what all computers have told, and lays what it tells before it is shown.
 * @param look tells the memory after the look; the same one when there is nothing to tell
 */
export async function byAllTold<T extends { readonly memory: AttentionMemory }>(shelf: AttentionShelf | null, memory: AttentionMemory, look: (memory: AttentionMemory) => T, { pruned, attended }: Laying): Promise<T> {
  const alone = look(memory)
  // Nothing to tell: the server is not asked, so that a quiet computer sends nothing.
  if (shelf === null || alone.memory === memory) return alone
  const isRead = await attended()
  for (let attempt = 0; attempt < tries; attempt++) {
    const laid = await shelf.read()
    if (laid === null) return alone
    const seen = look(pruned(merged(memory, laid.memory)))
    if (!isRead) return seen
    const done = await shelf.lay(seen.memory, laid.revision)
    if (done === 'away') return seen
    if (done === 'laid' && (await stands(shelf, seen.memory, memory))) return seen
  }
  return alone
}

/** Whether all that is newly told lies there as this computer has laid it. */
async function stands(shelf: AttentionShelf, laid: AttentionMemory, before: AttentionMemory): Promise<boolean> {
  const found = await shelf.read()
  if (found === null) return true
  return Object.entries(laid.told).every(([id, at]) => before.told[id] !== undefined || found.memory.told[id] === at)
}
