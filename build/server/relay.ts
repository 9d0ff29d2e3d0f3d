import type { Cancel, ServerLink, ServerRequest } from '../../shared/server/link'

/**
 * Carries out replication jobs over HTTP as a CouchDB server would by itself: each as its own user, checkpoint by checkpoint, and
 * with a refusal counted and skipped for good. For the trial server, whose own replicator copies nothing over HTTP.
 */
export interface RelayedJob {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly department: string
  /** Signed in as the job's user. */
  readonly link: ServerLink
}

export interface RunningRelay {
  readonly failures: () => number
  stop(): Promise<void>
}

interface Row {
  readonly seq: unknown
  readonly id: string
  readonly doc?: { readonly _id: string; readonly _rev: string; readonly department?: string; readonly _attachments?: unknown }
}

const batch = 200
/** ms: how long the server may hold a question open, and how long to wait after it was away. */
const hold = 20_000
const pause = 300

export function runRelay(job: RelayedJob): RunningRelay {
  const stopping = new AbortController()
  let failures = 0
  const count = (refused: number) => void (failures += refused)
  const ended = loop(job, stopping.signal, count)
  return {
    failures: () => failures,
    stop: async () => {
      stopping.abort()
      await ended
    },
  }
}

async function loop(job: RelayedJob, cancel: AbortSignal, refused: (count: number) => void): Promise<void> {
  while (!cancel.aborted) {
    try {
      for (;;) await passOn(job, cancel, refused)
    } catch (failure) {
      if (!(failure instanceof Away)) throw failure
      await wait(pause, cancel)
    }
  }
}

/** The server did not answer, or answered that it could not: tried again later. */
class Away extends Error {}

async function ask(job: RelayedJob, request: ServerRequest, cancel: Cancel, allowed: readonly number[] = []): Promise<unknown> {
  const reply = await job.link(request, cancel)
  if (!reply.ok) throw new Away(reply.error)
  if (reply.value.status >= 300 && !allowed.includes(reply.value.status)) throw new Away(`${request.path}: ${reply.value.status}`)
  return reply.value.status >= 300 ? null : reply.value.body
}

async function passOn(job: RelayedJob, cancel: Cancel, refused: (count: number) => void): Promise<void> {
  const mark = `/${encodeURIComponent(job.to)}/_local/${encodeURIComponent(job.id)}`
  const before = (await ask(job, { method: 'GET', path: mark }, cancel, [404])) as { readonly _rev: string; readonly since: unknown } | null
  const since = before === null ? 0 : before.since
  const path = `/${encodeURIComponent(job.from)}/_changes?include_docs=true&limit=${batch}&feed=longpoll&timeout=${hold}&since=${encodeURIComponent(String(since))}`
  const changes = (await ask(job, { method: 'GET', path, deadline: hold + 10_000 }, cancel)) as { readonly results: readonly Row[]; readonly last_seq: unknown }
  if (changes.results.length === 0) return
  const docs = []
  for (const { doc } of changes.results) if (doc?.department === job.department) docs.push(await whole(job, doc, cancel))
  if (docs.length > 0) {
    const written = (await ask(job, { method: 'POST', path: `/${encodeURIComponent(job.to)}/_bulk_docs`, body: { new_edits: false, docs } }, cancel)) as readonly { readonly error?: unknown }[]
    refused(written.filter((row) => row.error !== undefined).length)
  }
  await ask(job, { method: 'PUT', path: mark, body: { ...(before === null ? {} : { _rev: before._rev }), since: changes.last_seq } }, cancel, [409])
}

/** With its first revision spelt out and the bytes of its files. */
async function whole(job: RelayedJob, doc: NonNullable<Row['doc']>, cancel: Cancel): Promise<object> {
  const [start = '1', id = ''] = doc._rev.split('-')
  const read =
    doc._attachments === undefined ? doc : await ask(job, { method: 'GET', path: `/${encodeURIComponent(job.from)}/${encodeURIComponent(doc._id)}?attachments=true` }, cancel)
  return { ...(read as object), _revisions: { start: Number(start), ids: [id] } }
}

const wait = (ms: number, cancel: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    cancel.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
