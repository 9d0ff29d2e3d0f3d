import type { BulkWriteRow, RxCollection, RxDocumentData } from 'rxdb/plugins/core'
import { onDisk } from './failure'

/**
 * Many documents of a collection at once, past RxDB's queries and documents: a query of a thousand ids is kept with all it found,
 * and a change of each document is a transaction of its own. What is derived and has one writer needs neither.
 */

/** By their primary keys; those that are not stored are not among them. */
export async function documentsOf<R>(collection: RxCollection<R>, ids: readonly string[]): Promise<ReadonlyMap<string, RxDocumentData<R>>> {
  if (ids.length === 0) return new Map()
  const found = await onDisk(() => collection.storageInstance.findDocumentsById([...ids], false))
  return new Map(found.map((document) => [String(document[collection.schema.primaryPath]), document]))
}

/** Inserts, or replaces those of `stored`, in one transaction. For collections that nobody else writes to meanwhile. */
export async function putDocuments<R>(collection: RxCollection<R>, documents: readonly R[], stored: ReadonlyMap<string, RxDocumentData<R>>): Promise<void> {
  if (documents.length === 0) return
  const key = collection.schema.primaryPath as keyof R
  const writes = documents.map((document): BulkWriteRow<R> => {
    const previous = stored.get(String(document[key]))
    // The revision and the time of writing are set by RxDB's own wrapping of the storage.
    const beside = previous ?? { _deleted: false, _attachments: {}, _meta: { lwt: 1 }, _rev: '' }
    const next = { ...beside, ...document } as RxDocumentData<R>
    return previous === undefined ? { document: next } : { previous, document: next }
  })
  const { error } = await onDisk(() => collection.storageInstance.bulkWrite(writes, 'otklik-put'))
  const first = error[0]
  if (first !== undefined) throw new Error(`${collection.name} ${first.documentId} was not written: ${first.status}`)
}
