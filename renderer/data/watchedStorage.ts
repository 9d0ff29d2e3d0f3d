import type { RxStorage, RxStorageInstance } from 'rxdb/plugins/core'

export type AnyStorage = RxStorage<unknown, unknown>
type Write<D> = RxStorageInstance<D, unknown, unknown>['bulkWrite']

/** The same storage with `around` between it and every write; `write` is the storage's own. */
export const writingThrough = (storage: AnyStorage, around: <D>(write: Write<D>, collection: string) => Write<D>): AnyStorage => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params)
    instance.bulkWrite = around(instance.bulkWrite.bind(instance), params.collectionName)
    return instance
  },
})

/**
 * The same storage, and a promise that rejects with the first write the disk does not take. A migration whose bookkeeping
 * cannot be written would otherwise wait for ever.
 */
export function watched(storage: AnyStorage): { readonly storage: AnyStorage; readonly failed: Promise<never> } {
  let fail!: (failure: unknown) => void
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  // Often nobody is waiting when it happens.
  failed.catch(() => undefined)
  return {
    failed,
    storage: writingThrough(storage, (write) => async (rows, context) => {
      try {
        return await write(rows, context)
      } catch (failure) {
        fail(failure)
        throw failure
      }
    }),
  }
}
