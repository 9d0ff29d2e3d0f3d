import { assertNever } from '../../../shared/lib/assertNever'
import type { AdministrationTrouble } from '../../application/server/administration'
import { serverAdmin } from '../../i18n/ru/serverAdmin'

const words = serverAdmin.trouble

/** What is wrong and what to do, in a sentence or two. */
export function troubleText(trouble: AdministrationTrouble): string {
  switch (trouble.reason) {
    // The main process has said it in Russian; a password that is not remembered means here that it has been forgotten.
    case 'opening': return trouble.why === 'noPassword' ? words.noPassword : trouble.message
    case 'unreachable': return words.link[trouble.failure]
    case 'password': return words.password
    case 'lockout': return words.lockout
    case 'notAdministrator': return words.notAdministrator
    case 'notCouchDb': return words.notCouchDb
    case 'tooOld': return words.tooOld(trouble.version)
    case 'rulesDoNotRun': return words.rulesDoNotRun(trouble.database, trouble.detail)
    case 'refused': return words.refused(trouble.path, trouble.status, trouble.detail)
    case 'cancelled': return words.cancelled
    case 'taken': return words.taken
    case 'userGone': return words.userGone
    case 'changedMeanwhile': return words.changedMeanwhile
    case 'noJobs': return words.noJobs
    case 'noPurge': return words.noPurge
    case 'notGone': return words.notGone
    case 'noDatabase': return words.noDatabase
    default: return assertNever(trouble, 'administration trouble')
  }
}
