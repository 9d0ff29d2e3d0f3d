import { changing, type Changing } from '../application/observable'
import type { JoinedServer } from '../application/server/desk'
import { joinedSchema, type JoinedStore } from '../application/server/joined'
import type { NamedDocuments } from './namedDocuments'

const name = 'server'

/** The joined server on disk. A record that cannot be read is as if there were none: the computer works alone, with its journal. */
export class JoinedServerDocument implements JoinedStore {
  private constructor(
    private readonly documents: NamedDocuments,
    readonly current: Changing<JoinedServer | null>,
  ) {}

  static async open(documents: NamedDocuments): Promise<JoinedServerDocument> {
    const stored = await documents.load(name, joinedSchema)
    const { ca, ...rest } = stored.state === 'read' ? stored.value : { ca: undefined }
    const joined = 'address' in rest ? { ...rest, ...(ca === undefined ? {} : { ca }) } : null
    return new JoinedServerDocument(documents, changing<JoinedServer | null>(joined))
  }

  async save(joined: JoinedServer | null): Promise<void> {
    if (joined === null) await this.documents.remove(name)
    else await this.documents.save(name, joined)
    this.current.set(joined)
  }
}
