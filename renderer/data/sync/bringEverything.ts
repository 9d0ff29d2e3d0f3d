import { z } from 'zod'
import { departmentIdSchema, personIdSchema, roleSchema } from '../../../shared/domain/people/roles'
import { err, ok, type Result } from '../../../shared/lib/result'
import { assertNever } from '../../../shared/lib/assertNever'
import type { ServerLink } from '../../../shared/server/link'
import { directoryDatabase, journalDatabase, type Topology } from '../../../shared/server/names'
import { officeDocumentId } from '../../../shared/server/officeDocuments'
import type { ProvisionFailure } from '../../../shared/server/provision/plan'
import { checkAdministrator } from '../../../shared/server/provision/provision'
import { markId } from '../../../shared/server/provision/mark'
import type { LongWork } from '../../application/application'
import { filesNamed } from '../../application/filesOfEvent'
import type { BringFailure, Brought } from '../../application/server/desk'
import type { OwnWork } from '../../application/server/sync'
import { Asking, ServerFailing, Stopped } from './asking'
import { bringAlong } from './bringAlong'
import { failureOf } from './connect'
import type { FileTransfer } from './ports'

/** Brings everything a computer has made alone: the journal, the office's documents that the server lacks, the attached files. */
export async function bringEverything(link: ServerLink, files: FileTransfer, at: Topology, own: OwnWork, work: LongWork = {}): Promise<Result<Brought, BringFailure>> {
  const cancel = work.signal ?? new AbortController().signal
  const allowed = await checkAdministrator(link)
  if (!allowed.ok) return err(bringFailureOf(allowed.error))
  try {
    const asking = new Asking(link, () => undefined)
    const mark = await asking.ask({ method: 'GET', path: `/${encodeURIComponent(directoryDatabase(at))}/${markId}` }, cancel, [404])
    if (mark.status === 404) return err({ reason: 'notProvisioned' })
    const brought = await bringAlong(link, at, own.pages(), { ...work, onProgress: ({ done }) => work.onProgress?.({ done, total: own.events }) })
    if (!brought.ok) return brought
    if (brought.value.cancelled) return ok({ ...brought.value, filesMissing: 0 })
    await bringOffice(asking, at, own, cancel)
    const filesMissing = await bringFiles(files, at, own, cancel)
    return ok({ ...brought.value, filesMissing, cancelled: cancel.aborted })
  } catch (failure) {
    return failureOf(failure)
  }
}

/** What the server has stands: it may be of another computer that joined before. */
async function bringOffice(asking: Asking, at: Topology, own: OwnWork, cancel: AbortSignal): Promise<void> {
  const path = `/${encodeURIComponent(directoryDatabase(at))}`
  for (const [name, value] of own.office) {
    const id = officeDocumentId(name)
    await asking.ask({ method: 'PUT', path: `${path}/${encodeURIComponent(id)}`, body: { _id: id, value } }, cancel, [409])
  }
}

const namingSchema = z.looseObject({ actor: personIdSchema, role: roleSchema, department: departmentIdSchema.optional() })

/** @returns how many files are not to be had on this computer */
async function bringFiles(files: FileTransfer, at: Topology, own: OwnWork, cancel: AbortSignal): Promise<number> {
  const done = new Set<string>()
  let missing = 0
  for await (const page of own.pages()) {
    for (const { json } of page) {
      if (cancel.aborted) return missing
      if (!json.includes('"sha256"')) continue
      const document: unknown = JSON.parse(json)
      const read = namingSchema.safeParse(document)
      if (!read.success) continue
      const { actor, role, department } = read.data
      for (const { sha256, mime } of filesNamed(document)) {
        const key = `${sha256}~${department ?? ''}`
        if (done.has(key)) continue
        done.add(key)
        const outcome = await files.upload({ sha256, mime, database: journalDatabase(at), author: actor, role, ...(department === undefined ? {} : { department }) })
        if (outcome === 'absent' || outcome === 'damaged' || outcome === 'tooLarge') missing += 1
        else if (outcome === 'password' || outcome === 'lockout') throw new Stopped(outcome)
        else if (outcome !== 'done' && outcome !== 'there') throw new ServerFailing(500)
      }
    }
  }
  return missing
}

function bringFailureOf(failure: ProvisionFailure): BringFailure {
  switch (failure.reason) {
    case 'unreachable': return { reason: 'unreachable', failure: failure.failure }
    case 'password':
    case 'lockout':
    case 'notAdministrator':
    case 'notCouchDb': return { reason: failure.reason }
    case 'tooOld': return { reason: 'serverTooOld' }
    case 'refused': return { reason: 'serverFailing', status: failure.status }
    case 'rulesDoNotRun': return { reason: 'notProvisioned' }
    default: return assertNever(failure, 'provision failure')
  }
}
