import type { RxJsonSchema } from 'rxdb/plugins/core'

/**
 * The shapes on disk. Documents are kept as JSON text beside the few fields that are searched by: an event must come back
 * byte for byte as it was hashed, and the storage renames keys that begin with `|` or `__`.
 * Every index is read as one ascending range: the storage never uses an index for a descending sort.
 */

/**
 * A sheaf: events of one case that were stored together, in the order of storing. An entry of each index for each event cost the
 * disk ten times as much, and a case's events mostly come and are mostly wanted together.
 */
export interface SheafRow {
  /** `<case>~<lastSeq>`; of the first version's rows the event's own id. A case's sheaves lie side by side under the primary key. */
  readonly id: string
  /** The place of the sheaf's last event in the order in which this computer stored them, from 1; the others count up to it. */
  readonly lastSeq: number
  readonly events: readonly SheafEvent[]
}

export interface SheafEvent {
  readonly id: string
  readonly device: string
  readonly deviceSeq: number
  readonly json: string
}

/** The fold of one case: derived, and rebuilt from the events whenever it is in doubt. */
export interface CaseRow {
  readonly id: string
  /** `open`, or the month YYYY-MM of the outcome in the office zone. */
  readonly bucket: string
  /** Within the bucket, latest first when read ascending: `latest - instant`. */
  readonly order: number
  /** The version of the fold that made `json`. */
  readonly foldVersion: number
  readonly json: string
}

export interface DraftRow {
  readonly id: string
  readonly text: string
  /** Epoch ms. */
  readonly savedAt: number
}

/** One named document: of the office, of this computer, of the search index, or one that was put aside. */
export interface NamedRow {
  readonly id: string
  readonly json: string
}

export interface Rows {
  readonly events: SheafRow
  readonly cases: CaseRow
  readonly drafts: DraftRow
  readonly office: NamedRow
  readonly device: NamedRow
  readonly search: NamedRow
  readonly findings: NamedRow
}
export type CollectionName = keyof Rows

/** The far end of `CaseRow.order`: later than any instant a document may carry. */
export const latest = 9_999_999_999_999
/** After every text of an index. */
export const lastText = '\uffff'
const text = (maxLength: number) => ({ type: 'string', maxLength }) as const
const counted = { type: 'integer', minimum: 0, maximum: 9_007_199_254_740_991, multipleOf: 1 } as const

const named: RxJsonSchema<NamedRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(200), json: { type: 'string' } },
  required: ['id', 'json'],
}

/**
 * The current version of every collection. A changed shape raises `version`, adds its step to `migrations`, and leaves the
 * fixtures of the older versions in tests/unit/data/fixtures: they must open for good.
 */
export const schemas: { readonly [N in CollectionName]: RxJsonSchema<Rows[N]> } = {
  events: {
    version: 1,
    primaryKey: 'id',
    type: 'object',
    properties: {
      id: text(200),
      lastSeq: counted,
      events: {
        type: 'array',
        items: { type: 'object', properties: { id: text(200), device: text(40), deviceSeq: counted, json: { type: 'string' } }, required: ['id', 'device', 'deviceSeq', 'json'] },
      },
    },
    required: ['id', 'lastSeq', 'events'],
    indexes: ['lastSeq'],
  },
  cases: {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(40), bucket: text(16), order: counted, foldVersion: counted, json: { type: 'string' } },
    required: ['id', 'bucket', 'order', 'foldVersion', 'json'],
    indexes: [['bucket', 'order']],
  },
  drafts: {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(300), text: { type: 'string' }, savedAt: counted },
    required: ['id', 'text', 'savedAt'],
  },
  office: named,
  device: named,
  search: named,
  findings: named,
}

/** `migrations.events[2]` turns an event row of version 1 into one of version 2. */
export type Migrations = { readonly [N in CollectionName]?: { readonly [version: number]: (row: Record<string, unknown>) => Record<string, unknown> | null } }
export const migrations: Migrations = {
  // Each event was a row of its own: a sheaf of one.
  events: { 1: ({ id, device, deviceSeq, localSeq, json }) => ({ id, lastSeq: localSeq, events: [{ id, device, deviceSeq, json }] }) },
}
