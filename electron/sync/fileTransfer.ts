import { randomBytes, createHash } from 'node:crypto'
import type { Sha256 } from '../../shared/domain/journal/ids'
import type { DepartmentId, PersonId, Role } from '../../shared/domain/people/roles'
import type { Result } from '../../shared/lib/result'
import { blobId, blobPart, blobRange } from '../../shared/server/blobs'
import { blobLimit } from '../../shared/server/limits'
import type { FileOutcome } from '../../shared/server/fileOutcome'
import { readJson } from '../../shared/server/link'
import { reasonIn, saysLockedOut } from '../../shared/server/refusals'
import type { HttpAnswer, HttpExchange } from './httpExchange'

/** ms for one file, either way: 20 MB over a line of 50 KB/s. */
const fileDeadline = 420_000
const usualDeadline = 30_000

/** The part of the store of attachments that is used here. */
export interface FilesByHash {
  put(name: string, content: Uint8Array): Promise<Result<unknown, { readonly reason: string }>>
  read(sha256: string): Promise<Result<Uint8Array, { readonly reason: string }>>
}

export interface FileToSend {
  readonly database: string
  readonly sha256: Sha256
  readonly author: PersonId
  readonly role: Role
  readonly department?: DepartmentId
  /** `type/subtype` in lower case. */
  readonly mime: string
}


const at = (database: string, id: string): string => `/${encodeURIComponent(database)}/${encodeURIComponent(id)}`

/** Sends a file as one document with its bytes in the same request: attaching them later would be an edit, and is refused. */
export async function sendFile(exchange: Pick<HttpExchange, 'exchange'>, files: FilesByHash, file: FileToSend): Promise<FileOutcome> {
  const id = blobId(file.sha256, file.author, file.department)
  const present = await exchange.exchange({ method: 'HEAD', path: at(file.database, id), deadline: usualDeadline })
  if (!present.ok) return present.error
  if (present.value.status === 200) return 'there'
  const content = await files.read(file.sha256)
  if (!content.ok) return content.error.reason === 'damaged' ? 'damaged' : 'absent'
  if (content.value.byteLength > blobLimit) return 'tooLarge'
  const { body, boundary } = related(documentOf(id, file, content.value.byteLength), file.mime, content.value)
  const put = await exchange.exchange({
    method: 'PUT',
    path: at(file.database, id),
    headers: { 'content-type': `multipart/related; boundary="${boundary}"`, 'content-length': body.length },
    body,
    deadline: fileDeadline,
  })
  return put.ok ? outcomeOf(put.value) : put.error
}

/** Brings the bytes into this computer's store. Whatever the server gives is held to the hash. */
export async function fetchFile(exchange: HttpExchange, files: FilesByHash, database: string, sha256: Sha256): Promise<FileOutcome> {
  // Read and not only looked for: a copy that the disk has damaged is mended from the server.
  if ((await files.read(sha256)).ok) return 'there'
  const { start, end } = blobRange(sha256)
  const range = `startkey=${encodeURIComponent(JSON.stringify(start))}&endkey=${encodeURIComponent(JSON.stringify(end))}&limit=20`
  const listed = await exchange.exchange({ method: 'GET', path: `/${encodeURIComponent(database)}/_all_docs?${range}`, deadline: usualDeadline })
  if (!listed.ok) return listed.error
  if (listed.value.status !== 200) return outcomeOf(listed.value)
  const { rows } = JSON.parse(listed.value.body.toString('utf8')) as { readonly rows: readonly { readonly id: string }[] }
  let outcome: FileOutcome = 'absent'
  for (const { id } of rows) {
    const got = await exchange.exchange({ method: 'GET', path: `${at(database, id)}/${blobPart}`, headers: { accept: '*/*' }, deadline: fileDeadline })
    if (!got.ok) return got.error
    if (got.value.status !== 200) continue
    if (createHash('sha256').update(got.value.body).digest('hex') !== sha256) outcome = 'damaged'
    else return (await files.put(sha256, new Uint8Array(got.value.body))).ok ? 'done' : 'disk'
  }
  return outcome
}

function documentOf(id: string, { author, role, department, mime }: FileToSend, size: number): object {
  return {
    _id: id,
    author,
    role,
    ...(department === undefined ? {} : { department }),
    mime,
    size,
    _attachments: { [blobPart]: { follows: true, content_type: mime, length: size } },
  }
}

/** RFC 2387, as CouchDB takes it: the document, then the bytes. */
function related(document: object, mime: string, content: Uint8Array): { readonly body: Buffer; readonly boundary: string } {
  const boundary = randomBytes(20).toString('hex')
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(document)}\r\n`),
    Buffer.from(`--${boundary}\r\nContent-Disposition: attachment; filename="${blobPart}"\r\nContent-Type: ${mime}\r\nContent-Length: ${content.byteLength}\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${boundary}--`),
  ])
  return { body, boundary }
}

function outcomeOf({ status, body }: HttpAnswer): FileOutcome {
  if (status >= 200 && status < 300) return 'done'
  if (status === 409) return 'there'
  if (status === 401) return 'password'
  if (status === 403) return saysLockedOut(reasonIn(readJson(body).value)) ? 'lockout' : 'forbidden'
  if (status === 413) return 'tooLarge'
  return 'server'
}
