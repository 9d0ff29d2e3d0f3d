import type { RxJsonSchema } from 'rxdb/plugins/core'

/**
 * The shapes on disk. Documents are kept as JSON text beside the few fields that are searched by: an event must come back
 * byte for byte as it was hashed, and the storage renames keys that begin with `|` or `__`.
 * Every index is read as one ascending range: the storage never uses an index for a descending sort.
 */

/** One event of the journal. `id` is the event's own. */
export interface EventRow {
  readonly id: string
  readonly caseId: string
  readonly device: string
  readonly deviceSeq: number
  /** The order in which this computer stored it, from 1: everything up to the watermark is folded into `cases`. */
  readonly localSeq: number
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
  readonly events: EventRow
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
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(200), caseId: text(40), device: text(40), deviceSeq: counted, localSeq: counted, json: { type: 'string' } },
    required: ['id', 'caseId', 'device', 'deviceSeq', 'localSeq', 'json'],
    indexes: ['localSeq', ['caseId', 'localSeq'], ['device', 'deviceSeq']],
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
export const migrations: Migrations = {}
