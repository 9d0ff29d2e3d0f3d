import { Away, ServerFailing, Stopped } from './asking'
import { linkFailures, type LinkFailure } from '../../../shared/server/link'
import type { Role } from '../../../shared/domain/people/roles'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { Upload } from './ports'
import type { SessionParts } from './session'

const isLinkFailure = (failure: FileOutcome): failure is LinkFailure => (linkFailures as readonly string[]).includes(failure)

/** Sends the waiting files, one at a time: a large one must not hold up the events. Resolves when none can be sent now. */
export async function sendFiles(parts: SessionParts, cancel: AbortSignal): Promise<void> {
  const { ledger, files, meeting } = parts
  const later = new Set<Upload>()
  for (;;) {
    const upload = ledger.record.uploads.find((waiting) => !later.has(waiting))
    if (upload === undefined || cancel.aborted) return
    const outcome = await files.upload({ ...upload, database: meeting.database, author: meeting.signedIn.person, role: roleOf(parts) })
    if (outcome === 'done' || outcome === 'there' || outcome === 'forbidden' || outcome === 'tooLarge') await ledger.uploaded(upload)
    // Bytes that are not on this computer may be on the server already, brought by another; asked for with the next session.
    else if (outcome === 'absent' || outcome === 'damaged') later.add(upload)
    else if (outcome === 'password') throw new Stopped('password')
    else if (isLinkFailure(outcome)) throw new Away(outcome)
    else throw new ServerFailing(500)
    parts.show({ uploads: ledger.record.uploads.length })
  }
}

const roleOf = ({ meeting }: SessionParts): Role => (meeting.standing.kind === 'department' ? 'department' : (meeting.standing.roles[0] ?? 'operator'))
