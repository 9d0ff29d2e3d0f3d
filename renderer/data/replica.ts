import type { EventRows } from './eventRows'
import type { Findings } from './findings'
import type { Journal } from './journal'
import type { NamedDocuments } from './namedDocuments'
import { emptyRecord, syncRecordSchema, type EventReplica, type SyncMemory } from './sync/ports'

/** The journal as the sync engine uses it: what comes goes through the one queue of writes, what goes is read in the order of storing. */
export const replicaOf = (journal: Journal, rows: EventRows, findings: Findings): EventReplica => ({
  append: (events, more) => journal.appendVerified(events, more),
  settled: () => journal.settled(),
  after: (localSeq, limit) => rows.after(localSeq, limit),
  onStored: (listener) => journal.onStored(listener),
  putAside: (document, reason) => findings.add([{ document, reason }]),
})

/** A record that cannot be read is as if there had never been one: everything is offered again, and nothing is stored twice. */
export const syncMemoryIn = (documents: NamedDocuments): SyncMemory => ({
  load: async () => {
    const stored = await documents.load('sync', syncRecordSchema)
    return stored.state === 'read' ? stored.value : emptyRecord
  },
  save: (record) => documents.save('sync', record),
})
