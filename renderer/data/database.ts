import { addRxPlugin, createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb/plugins/core'
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { StorageFailure } from '../application/storageFailure'
import { watched, type AnyStorage } from './watchedStorage'
import { migrations, schemas, type CollectionName, type Migrations, type Rows } from './schemas'
import { asStorageFailure, onDisk } from './failure'

addRxPlugin(RxDBMigrationSchemaPlugin)

export type Collections = { readonly [N in CollectionName]: RxCollection<Rows[N]> }

export interface OpenOptions {
  /** Of this profile; a part of the names of its databases on disk. */
  readonly name: string
  /** Where the databases live; absent = the window's own. */
  readonly indexedDB?: IDBFactory
  readonly keyRange?: typeof IDBKeyRange
  /** Lets tests put a failing disk in between. */
  readonly wrap?: (storage: AnyStorage) => AnyStorage
  /** For tests of migration: other versions of the shapes. */
  readonly shapes?: { readonly schemas: typeof schemas; readonly migrations: Migrations }
  readonly onMigration?: (collection: CollectionName, done: number, total: number) => void
}

/** The databases of one profile, open and of the current shapes. */
export interface Database {
  readonly collections: Collections
  /** Resolves when nothing is written any more. */
  close(): Promise<void>
  /** Empties every collection: nothing of the profile is left. */
  erase(): Promise<void>
}

/**
 * Opens the profile's databases and brings older shapes to the current ones in place.
 * Throws StorageFailure: `newer` when a later program wrote them (opening an older shape beside would show an empty office).
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const factory = options.indexedDB ?? indexedDB
  const shapes = options.shapes ?? { schemas, migrations }
  await refuseNewer(factory, options.name, shapes.schemas)
  const dexie = getRxStorageDexie({
    chromeTransactionDurability: 'strict',
    ...(options.indexedDB === undefined ? {} : { indexedDB: options.indexedDB }),
    ...(options.keyRange === undefined ? {} : { IDBKeyRange: options.keyRange }),
  }) as unknown as AnyStorage
  const { storage, failed } = watched(options.wrap?.(dexie) ?? dexie)
  const database = await onDisk(() =>
    createRxDatabase<Collections>({ name: options.name, storage, multiInstance: false, eventReduce: false }),
  )
  try {
    await Promise.race([addCollections(database, shapes.schemas, shapes.migrations, options.onMigration), failed])
  } catch (failure) {
    await database.close()
    throw asStorageFailure(failure)
  }
  return {
    collections: database.collections as unknown as Collections,
    close: async () => void (await database.close()),
    erase: async () => void (await onDisk(() => database.remove())),
  }
}

async function addCollections(database: RxDatabase<Collections>, shapes: typeof schemas, steps: Migrations, onMigration: OpenOptions['onMigration']): Promise<void> {
  const names = Object.keys(shapes) as CollectionName[]
  await database.addCollections(
    Object.fromEntries(names.map((name) => [name, { schema: shapes[name], migrationStrategies: steps[name] ?? {}, autoMigrate: false }])) as never,
  )
  for (const name of names) {
    const collection = (database.collections as unknown as Collections)[name] as RxCollection
    if (!(await collection.migrationNeeded())) continue
    const state = collection.getMigrationState()
    const watching = state.$.subscribe((status) => onMigration?.(name, status.count.handled, status.count.total))
    try {
      await collection.migratePromise()
    } finally {
      watching.unsubscribe()
    }
  }
}

const databaseName = /^rxdb-dexie-(.+)--(\d+)--(.+)$/

async function refuseNewer(factory: IDBFactory, profile: string, shapes: typeof schemas): Promise<void> {
  for (const { name } of await factory.databases()) {
    const found = databaseName.exec(name ?? '')
    if (found?.[1] !== profile) continue
    const shape = (shapes as Partial<Record<string, { readonly version: number }>>)[found[3] ?? '']
    if (shape !== undefined && Number(found[2]) > shape.version) throw new StorageFailure('newer', `${found[3]} ${found[2]} > ${shape.version}`)
  }
}
