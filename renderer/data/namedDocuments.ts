import type { z } from 'zod'
import type { RxCollection } from 'rxdb/plugins/core'
import type { NamedRow } from './schemas'
import { onDisk } from './failure'

/** What a stored document turned out to be. `broken` keeps the text: it is put aside, never thrown away. */
export type Stored<T> = { readonly state: 'absent' } | { readonly state: 'read'; readonly value: T } | { readonly state: 'broken'; readonly json: string }

export function readJson<T>(json: string, schema: z.ZodType<T>): Stored<T> {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch (failure) {
    if (failure instanceof SyntaxError) return { state: 'broken', json }
    throw failure
  }
  const parsed = schema.safeParse(raw)
  return parsed.success ? { state: 'read', value: parsed.data } : { state: 'broken', json }
}

/** Whole documents under a name, each parsed by its schema when read. */
export class NamedDocuments {
  constructor(private readonly collection: RxCollection<NamedRow>) {}

  async load<T>(id: string, schema: z.ZodType<T>): Promise<Stored<T>> {
    const row = await onDisk(() => this.collection.findOne(id).exec())
    return row === null ? { state: 'absent' } : readJson(row.json, schema)
  }

  async all(): Promise<readonly NamedRow[]> {
    const rows = await onDisk(() => this.collection.find().exec())
    return rows.map((row) => ({ id: row.id, json: row.json }))
  }

  /** Durable before it resolves. */
  async save(id: string, value: unknown): Promise<void> {
    await this.saveText(id, JSON.stringify(value))
  }

  async saveText(id: string, json: string): Promise<void> {
    await onDisk(async () => {
      const row = await this.collection.findOne(id).exec()
      if (row === null) await this.collection.insert({ id, json })
      else if (row.json !== json) await row.incrementalPatch({ json })
    })
  }

  async remove(id: string): Promise<void> {
    await onDisk(async () => {
      const row = await this.collection.findOne(id).exec()
      // The words go first: a removed document keeps its fields.
      if (row !== null) await (await row.incrementalPatch({ json: '' })).incrementalRemove()
    })
  }
}
