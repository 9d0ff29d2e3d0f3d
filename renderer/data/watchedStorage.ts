import type { RxStorage } from 'rxdb/plugins/core'

export type AnyStorage = RxStorage<unknown, unknown>

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
    storage: {
      name: storage.name,
      rxdbVersion: storage.rxdbVersion,
      createStorageInstance: async (params) => {
        const instance = await storage.createStorageInstance(params)
        const write = instance.bulkWrite.bind(instance)
        instance.bulkWrite = async (rows, context) => {
          try {
            return await write(rows, context)
          } catch (failure) {
            fail(failure)
            throw failure
          }
        }
        return instance
      },
    },
  }
}
