import type { RxCollection } from 'rxdb/plugins/core'
import { changing, type Changing } from '../application/observable'
import { defaultOffice, officeDocumentNames, officeSchemas, type OfficeDocumentName, type OfficeDocuments } from '../application/office'
import type { OfficeStore } from '../application/ports'
import type { Findings } from './findings'
import { NamedDocuments, readJson } from './namedDocuments'
import type { NamedRow } from './schemas'

/** The office's documents on disk, each under its name, and what they say now. */
export class OfficeDocumentsStore implements OfficeStore {
  readonly current: Changing<OfficeDocuments> = changing(defaultOffice)
  private readonly documents: NamedDocuments

  constructor(
    collection: RxCollection<NamedRow>,
    private readonly findings: Findings,
  ) {
    this.documents = new NamedDocuments(collection)
  }

  async open(): Promise<void> {
    const read: Partial<Record<OfficeDocumentName, unknown>> = {}
    for (const { id, json } of await this.documents.all()) {
      // A document of a later program, or its name altered: kept, of no meaning here.
      if (!isName(id)) continue
      const stored = readJson<unknown>(json, officeSchemas[id])
      if (stored.state === 'read') read[id] = stored.value
      else await this.findings.add([{ document: `office/${id}`, reason: 'notAnEvent' }])
    }
    this.current.set({ ...defaultOffice, ...(read as Partial<OfficeDocuments>) })
  }

  async save(change: Partial<OfficeDocuments>): Promise<void> {
    for (const name of officeDocumentNames) {
      const value = change[name]
      if (value === undefined) continue
      await this.keepBroken(name)
      await this.documents.save(name, value)
      this.current.set({ ...this.current.get(), [name]: value })
    }
  }

  /** The text of a document that could not be read stays under another name when a new one takes its place. */
  private async keepBroken(name: OfficeDocumentName): Promise<void> {
    if (!this.findings.has(`office/${name}`)) return
    const stored = await this.documents.load<unknown>(name, officeSchemas[name])
    if (stored.state === 'broken') await this.documents.saveText(`broken/${name}`, stored.json)
    await this.findings.settle(`office/${name}`)
  }
}

const isName = (id: string): id is OfficeDocumentName => (officeDocumentNames as readonly string[]).includes(id)
