import { canonical, sha256Hex } from '../../shared/domain/journal/canonical'
import { err, ok, type Result } from '../../shared/lib/result'
import type { Cancel, LinkFailure, ServerLink, ServerReply } from '../../shared/server/link'
import { officeDocumentId } from '../../shared/server/officeDocuments'

interface Document {
  readonly rev: string
  readonly value: unknown
}

/** The directory's database in memory, with CouchDB's revisions: those of a backup go on from where it was made. */
export class DirectoryServer {
  documents = new Map<string, Document>()
  /** Writes asked for, also those that were not taken. */
  writes = 0
  /** Questions that hang until something changes. */
  hanging = 0
  /** A status that every write of a name gets. */
  readonly refusing = new Map<string, { readonly status: number; readonly reason: string }>()
  private seq = 0
  private wake: (() => void)[] = []

  value(name: string): unknown {
    return this.documents.get(officeDocumentId(name))?.value
  }

  /** As another computer would. */
  write(name: string, value: unknown): void {
    const id = officeDocumentId(name)
    const before = this.documents.get(id)?.rev
    this.documents.set(id, { rev: nextRev(before, value), value })
    this.changed()
  }

  restore(backup: ReadonlyMap<string, Document>): void {
    this.documents = new Map(backup)
    this.changed()
  }

  readonly link: ServerLink = ({ method, path, body }, cancel) => {
    if (cancel?.aborted === true) return Promise.resolve(err('cut'))
    const { pathname, searchParams } = new URL(path, 'http://server')
    const [, , id] = pathname.split('/')
    if (id === undefined) return answer(200, { update_seq: String(this.seq) })
    if (id === '_all_docs') return answer(200, { rows: [...this.documents].map(([id, { rev, value }]) => ({ doc: { _id: id, _rev: rev, value } })) })
    if (id === '_changes') return Number(searchParams.get('since')) < this.seq ? answer(200, {}) : this.hang(cancel)
    if (method !== 'PUT') throw new Error(`Not asked by the sync: ${method} ${path}`)
    return this.put(decodeURIComponent(id), body as { readonly _rev?: string; readonly value: unknown })
  }

  private put(id: string, { _rev, value }: { readonly _rev?: string; readonly value: unknown }): Promise<Result<ServerReply, LinkFailure>> {
    this.writes += 1
    if (this.writes > 200) throw new Error('Asked without end')
    const refused = [...this.refusing].find(([name]) => officeDocumentId(name) === id)?.[1]
    if (refused !== undefined) return answer(refused.status, { reason: refused.reason })
    if (this.documents.get(id)?.rev !== _rev) return answer(409, { reason: 'Document update conflict.' })
    const rev = nextRev(_rev, value)
    this.documents.set(id, { rev, value })
    this.changed()
    return answer(201, { rev })
  }

  private hang(cancel: Cancel | undefined): Promise<Result<ServerReply, LinkFailure>> {
    this.hanging += 1
    return new Promise((resolve) => {
      const end = (reply: Promise<Result<ServerReply, LinkFailure>>) => {
        this.hanging -= 1
        resolve(reply)
      }
      const cut = () => {
        this.wake = this.wake.filter((one) => one !== woken)
        end(Promise.resolve(err('cut')))
      }
      const woken = () => {
        cancel?.removeEventListener('abort', cut)
        end(answer(200, {}))
      }
      cancel?.addEventListener('abort', cut)
      this.wake.push(woken)
    })
  }

  private changed(): void {
    this.seq += 1
    for (const woken of this.wake.splice(0)) woken()
  }
}

const answer = (status: number, body: unknown): Promise<Result<ServerReply, LinkFailure>> => Promise.resolve(ok({ status, body, date: null }))
const nextRev = (before: string | undefined, value: unknown): string => `${before === undefined ? 1 : Number.parseInt(before, 10) + 1}-${sha256Hex(canonical({ before: before ?? '', value } as never)).slice(0, 16)}`
