import { Away, ServerFailing, Stopped } from './asking'
import { linkFailures, type LinkFailure } from '../../../shared/server/link'
import type { Role } from '../../../shared/domain/people/roles'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { Upload } from './ports'
import type { SessionParts } from './session'

const isLinkFailure = (failure: FileOutcome): failure is LinkFailure => (linkFailures as readonly string[]).includes(failure)

/** Sends the waiting files, one at a time: a large one must not hold up the events. Resolves when none can be sent now. */
export async function sendFiles(parts: SessionParts, cancel: AbortSignal): Promise<void> {
  const { ledger, time } = parts
  const later = new Set<Upload>()
  for (;;) {
    const upload = ledger.record.uploads.find((waiting) => !later.has(waiting))
    if (upload === undefined || cancel.aborted) return
    const outcome = await send(parts, upload)
    if (outcome === 'done' || outcome === 'there') await ledger.uploaded(upload)
    else if (outcome === 'forbidden' || outcome === 'tooLarge') await ledger.uploadRefused(upload, outcome, time.now())
    // Nobody has brought the bytes yet: looked for again when files come to the server.
    else if (outcome === 'absent' || outcome === 'damaged') later.add(upload)
    else if (outcome === 'password' || outcome === 'lockout') throw new Stopped(outcome)
    else if (isLinkFailure(outcome)) throw new Away(outcome)
    else throw new ServerFailing(500)
    parts.show({ uploads: ledger.record.uploads.length, refusedFiles: ledger.record.refusedUploads })
  }
}

/** Who forwards need not be who took the message in: bytes that are not here are fetched first, under that one's name. */
async function send(parts: SessionParts, upload: Upload): Promise<FileOutcome> {
  const { files, meeting } = parts
  const toSend = { ...upload, database: meeting.database, author: meeting.signedIn.person, role: roleOf(parts) }
  const outcome = await files.upload(toSend)
  if (outcome !== 'absent' && outcome !== 'damaged') return outcome
  const fetched = await files.fetch(meeting.database, upload.sha256)
  if (fetched === 'done' || fetched === 'there') return await files.upload(toSend)
  // That they are not to be had refuses nothing of what is to be sent.
  return fetched === 'forbidden' || fetched === 'disk' ? outcome : fetched
}

const roleOf = ({ meeting }: SessionParts): Role => (meeting.standing.kind === 'department' ? 'department' : (meeting.standing.roles[0] ?? 'operator'))
