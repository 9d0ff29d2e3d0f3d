import { z } from 'zod'
import { directoryDatabase, type Topology } from '../../../shared/server/names'
import { officeDocumentId, officeNameOf, officeRange, officeRowSchema } from '../../../shared/server/officeDocuments'
import { reasonIn } from '../../../shared/server/refusals'
import type { OfficeDocumentName } from '../../application/office'
import type { Unsubscribe } from '../../application/ports'
import type { RefusedOffice } from '../../application/server/status'
import type { Asking } from './asking'
import { Away } from './asking'
import { waitForChange } from './pull'

/** A document of the office as the server has it. */
export interface ServersDocument {
  readonly name: string
  readonly rev: string
  readonly value: unknown
}

/** One that was changed here; `rev` is the server's revision it was made of, null where the server has none. */
export interface ChangedDocument {
  readonly name: OfficeDocumentName
  readonly value: unknown
  readonly rev: string | null
}

/** What the engine asks of the office's documents on this computer. */
export interface OfficeReplica {
  /** `server` marks the server and its database: of another one, nothing is contested yet. */
  meet(server: string): Promise<void>
  /**
   * `documents` are all that the server has. Keeps what is new; a document that was changed on both sides stays as it is here and
   * is named contested. Of one that the server has no more, no revision is known. `keeps`: whoever is signed in may write them. Then
   * what a restored or new server lacks is to be sent again, and an older one than was known here is contested.
   */
  take(documents: readonly ServersDocument[], keeps: boolean): Promise<void>
  /** Those to be sent: changed here, neither contested nor refused. */
  changed(): Promise<readonly ChangedDocument[]>
  /** The server has `document` as `rev`; changed again meanwhile, it stays to be sent. */
  sent(document: ChangedDocument, rev: string): Promise<void>
  /** The server will not have it: not offered again before the next meeting or change. */
  refuse(refused: RefusedOffice): Promise<void>
  state(): { readonly unsent: readonly OfficeDocumentName[]; readonly contested: readonly OfficeDocumentName[]; readonly refused: readonly RefusedOffice[] }
  /** Called after a document was changed here. */
  onChanged(listener: () => void): Unsubscribe
}

export interface OfficeParts {
  readonly asking: Asking
  readonly at: Topology
  readonly office: OfficeReplica
  /** The server's mark, as the meeting read it. */
  readonly server: string
  /** Whether whoever is signed in may write the office's documents. */
  readonly keeps: boolean
  /** ms for which the server is asked to hold a question. */
  readonly hold: number
  readonly show: () => void
}

const infoSchema = z.looseObject({ update_seq: z.union([z.string(), z.number()]) })
const rowsSchema = z.looseObject({ rows: z.array(z.looseObject({ doc: z.unknown() })) })
const writtenSchema = z.looseObject({ rev: z.string() })

/**
 * Keeps the office's documents the same here and on the server for as long as it is not called off. They are a dozen: any change
 * has all of them read again, so that there is no checkpoint to lose.
 */
export async function followOffice(parts: OfficeParts, cancel: AbortSignal): Promise<void> {
  const { asking, at, office, show } = parts
  const database = directoryDatabase(at)
  const path = `/${encodeURIComponent(database)}`
  let changedHere = new AbortController()
  const forget = office.onChanged(() => {
    show()
    changedHere.abort()
  })
  // What was changed before the session is told before it says that all is sent.
  show()
  let behind = 0
  try {
    await office.meet(parts.server)
    while (!cancel.aborted) {
      changedHere = new AbortController()
      const since = String(infoSchema.parse((await asking.ask({ method: 'GET', path }, cancel)).body).update_seq)
      await office.take(await readAll(asking, path, cancel), parts.keeps)
      show()
      let conflicts = 0
      for (const document of await office.changed()) {
        const sent = await send(asking, path, document, cancel)
        if (sent.kind === 'taken') await office.sent(document, sent.rev)
        else if (sent.kind === 'behind') conflicts += 1
        else await office.refuse({ name: document.name, code: sent.code, detail: sent.detail })
      }
      show()
      behind = conflicts === 0 ? 0 : behind + 1
      // A conflict is read again at once; one that reading does not mend waits for the server to change, and is not asked for ever.
      if (behind !== 1) await either(cancel, changedHere.signal, (either) => waitForChange({ asking, database }, since, parts.hold, either))
    }
  } finally {
    forget()
  }
}

async function readAll(asking: Asking, path: string, cancel: AbortSignal): Promise<readonly ServersDocument[]> {
  const range = `startkey=${encodeURIComponent(JSON.stringify(officeRange.start))}&endkey=${encodeURIComponent(JSON.stringify(officeRange.end))}`
  const { body } = await asking.ask({ method: 'GET', path: `${path}/_all_docs?include_docs=true&${range}` }, cancel)
  return rowsSchema.parse(body).rows.flatMap(({ doc }) => {
    const read = officeRowSchema.safeParse(doc)
    return read.success ? [{ name: officeNameOf(read.data._id), rev: read.data._rev, value: read.data.value }] : []
  })
}

type Sent = { readonly kind: 'taken'; readonly rev: string } | { readonly kind: 'behind' } | ({ readonly kind: 'refused' } & Pick<RefusedOffice, 'code' | 'detail'>)

async function send(asking: Asking, path: string, { name, value, rev }: ChangedDocument, cancel: AbortSignal): Promise<Sent> {
  const id = officeDocumentId(name)
  const reply = await asking.ask({ method: 'PUT', path: `${path}/${encodeURIComponent(id)}`, body: { _id: id, ...(rev === null ? {} : { _rev: rev }), value } }, cancel, [403, 409, 413])
  if (reply.status === 409) return { kind: 'behind' }
  return reply.status < 300 ? { kind: 'taken', rev: writtenSchema.parse(reply.body).rev } : { kind: 'refused', code: reply.status === 413 ? 'tooLarge' : 'forbidden', detail: reasonIn(reply.body) }
}

/** Runs `wait` until one of the two calls it off; only the first one's call is a failure. */
async function either(cancel: AbortSignal, woken: AbortSignal, wait: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const both = new AbortController()
  const abort = () => both.abort()
  if (cancel.aborted || woken.aborted) abort()
  cancel.addEventListener('abort', abort)
  woken.addEventListener('abort', abort)
  try {
    await wait(both.signal)
  } catch (failure) {
    if (!(failure instanceof Away && woken.aborted && !cancel.aborted)) throw failure
  } finally {
    cancel.removeEventListener('abort', abort)
    woken.removeEventListener('abort', abort)
  }
}
