import { z } from 'zod'
import { canonical } from '../../shared/domain/journal/canonical'
import { officeDocumentNames, officeSchemas, type OfficeDocumentName, type OfficeDocuments } from '../application/office'
import type { Unsubscribe } from '../application/ports'
import type { RefusedOffice } from '../application/server/status'
import type { Findings } from './findings'
import type { NamedDocuments } from './namedDocuments'
import type { OfficeDocumentsStore } from './officeStore'
import type { ChangedDocument, OfficeReplica, ServersDocument } from './sync/officeSync'

const nameSchema = z.enum(officeDocumentNames as [OfficeDocumentName, ...OfficeDocumentName[]])
const recordSchema = z.object({
  /** The server and the database of which the revisions are. */
  server: z.string(),
  /** The server's revision that the document here was last the same as. */
  revs: z.partialRecord(nameSchema, z.string()),
  unsent: z.array(nameSchema),
  contested: z.partialRecord(nameSchema, z.object({ rev: z.string(), value: z.unknown() })),
})
type Record_ = z.infer<typeof recordSchema>
const emptyRecord: Record_ = { server: '', revs: {}, unsent: [], contested: {} }
const id = 'officeSync'

const without = <T extends object>(from: T, name: keyof T): T => Object.fromEntries(Object.entries(from).filter(([key]) => key !== name)) as T
/** How many times a document was written on its server: the number before CouchDB's revision. */
const generation = (rev: string): number => Number.parseInt(rev, 10)
const isName = (name: string): name is OfficeDocumentName => nameSchema.safeParse(name).success

/** The office's documents as the sync uses them: what waits to be sent, and of which of the server's revisions each was made. */
export class OfficeSyncDocuments implements OfficeReplica {
  private readonly listeners = new Set<() => void>()
  private turn: Promise<unknown> = Promise.resolve()
  /** Not kept on disk: after a start the server is asked anew. */
  private refusals: readonly RefusedOffice[] = []

  private constructor(
    private readonly documents: NamedDocuments,
    private readonly office: OfficeDocumentsStore,
    private readonly findings: Findings,
    private record: Record_,
  ) {}

  static async open(documents: NamedDocuments, office: OfficeDocumentsStore, findings: Findings): Promise<OfficeSyncDocuments> {
    const stored = await documents.load(id, recordSchema)
    return new OfficeSyncDocuments(documents, office, findings, stored.state === 'read' ? stored.value : emptyRecord)
  }

  /** Saved here, and to be sent; what stands so already is no change. What waits is written first: killed in between, the server is sent what it has. */
  save(change: Partial<OfficeDocuments>): Promise<void> {
    return this.alone(async () => {
      const now = this.office.current.get()
      const names = officeDocumentNames.filter((name) => change[name] !== undefined && canonical(change[name]) !== canonical(now[name]))
      if (names.length === 0) return
      this.refusals = []
      await this.keep({ ...this.record, unsent: [...new Set([...this.record.unsent, ...names])] })
      await this.office.save(Object.fromEntries(names.map((name) => [name, change[name]])))
    }).then(() => this.tell())
  }

  /** Of a server that was left nothing is known. */
  forget(): Promise<void> {
    return this.alone(() => this.keep(emptyRecord))
  }

  settle(name: OfficeDocumentName, which: 'own' | 'servers'): Promise<void> {
    return this.alone(async () => {
      const contested = this.record.contested[name]
      if (contested === undefined) return await this.settleRefused(name, which)
      if (which === 'servers') await this.store(name, contested.value)
      await this.keep({
        ...this.record,
        revs: { ...this.record.revs, [name]: contested.rev },
        contested: without(this.record.contested, name),
        unsent: which === 'servers' ? this.record.unsent.filter((one) => one !== name) : this.record.unsent,
      })
    }).then(() => this.tell())
  }

  meet(server: string): Promise<void> {
    return this.alone(async () => {
      this.refusals = []
      // The revisions stay: they tell what a server that was made anew has lost. One that was left is forgotten.
      if (this.record.server !== server) await this.keep({ ...this.record, server, contested: {} })
    })
  }

  take(documents: readonly ServersDocument[], keeps: boolean): Promise<void> {
    return this.alone(async () => {
      const known = new Map(documents.map((document) => [document.name, document]))
      // In our own order: the corrections of the calendar come before the calendar that they made.
      for (const name of officeDocumentNames) {
        const document = known.get(name)
        if (document !== undefined) await this.takeOne(name, document, keeps)
        else if (this.record.revs[name] !== undefined || this.record.contested[name] !== undefined) await this.lose(name, keeps)
      }
    })
  }

  changed(): Promise<readonly ChangedDocument[]> {
    return this.alone(() => {
      const now = this.office.current.get()
      return Promise.resolve(this.waiting().filter((name) => this.refusals.every((refused) => refused.name !== name)).map((name) => ({ name, value: now[name], rev: this.record.revs[name] ?? null })))
    })
  }

  sent(document: ChangedDocument, rev: string): Promise<void> {
    return this.alone(async () => {
      const { name, value } = document
      const same = this.office.current.get()[name] === value
      await this.keep({ ...this.record, revs: { ...this.record.revs, [name]: rev }, unsent: same ? this.record.unsent.filter((one) => one !== name) : this.record.unsent })
    })
  }

  refuse(refused: RefusedOffice): Promise<void> {
    return this.alone(() => {
      this.refusals = [...this.refusals.filter(({ name }) => name !== refused.name), refused]
      return Promise.resolve()
    })
  }

  state(): ReturnType<OfficeReplica['state']> {
    const waiting = this.waiting()
    return { unsent: this.record.unsent, contested: Object.keys(this.record.contested).filter(isName), refused: this.refusals.filter(({ name }) => waiting.includes(name)) }
  }

  onChanged(listener: () => void): Unsubscribe {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private waiting(): readonly OfficeDocumentName[] {
    return this.record.unsent.filter((name) => this.record.contested[name] === undefined)
  }

  /** The server's is taken with the next reading: of a document whose revision is not known, whatever it has is new. */
  private async settleRefused(name: OfficeDocumentName, which: 'own' | 'servers'): Promise<void> {
    if (this.refusals.every((refused) => refused.name !== name)) return
    if (which === 'servers') await this.keep({ ...this.record, revs: without(this.record.revs, name), unsent: this.record.unsent.filter((one) => one !== name) })
    this.refusals = this.refusals.filter((refused) => refused.name !== name)
  }

  /**
   * Of the replicas only a keeper's may hold on to what it has against an older copy, because only it can bring the server to it: the
   * others follow the server, and are so the same in the end, whatever a keeper chooses.
   */
  private async takeOne(name: OfficeDocumentName, { rev, value }: ServersDocument, keeps: boolean): Promise<void> {
    const { record } = this
    const known = record.revs[name]
    if (record.contested[name]?.rev === rev) return
    // An older copy of the server may be back at the revision that stands here.
    if (known === rev) return record.contested[name] === undefined ? undefined : await this.keep({ ...record, contested: without(record.contested, name) })
    const same = canonical(this.office.current.get()[name]) === canonical(value)
    const isOlder = known !== undefined && generation(rev) < generation(known)
    if (!same && (record.unsent.includes(name) || (keeps && isOlder))) {
      return await this.keep({ ...record, contested: { ...record.contested, [name]: { rev, value } }, unsent: [...new Set([...record.unsent, name])] })
    }
    if (!same && !(await this.store(name, value))) return
    await this.keep({ ...record, revs: { ...record.revs, [name]: rev }, contested: without(record.contested, name), unsent: record.unsent.filter((one) => one !== name) })
  }

  /** Gone from the server: no change here is one of that revision any more, and there is nothing to choose from. */
  private async lose(name: OfficeDocumentName, keeps: boolean): Promise<void> {
    const { record } = this
    const unsent = keeps ? [...new Set([...record.unsent, name])] : record.unsent
    await this.keep({ ...record, revs: without(record.revs, name), contested: without(record.contested, name), unsent })
  }

  /** false for what this program cannot read: a later one wrote it. */
  private async store(name: OfficeDocumentName, value: unknown): Promise<boolean> {
    const read = officeSchemas[name].safeParse(value)
    if (!read.success) {
      await this.findings.add([{ document: `directory/${name}`, reason: 'notAnEvent' }])
      return false
    }
    await this.office.save({ [name]: read.data } as Partial<OfficeDocuments>)
    return true
  }

  private async keep(record: Record_): Promise<void> {
    await this.documents.save(id, record)
    this.record = record
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.turn.then(work)
    this.turn = next.catch(() => undefined)
    return next
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener()
  }
}
