import { useEffect } from 'react'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { assertNever } from '../../../shared/lib/assertNever'
import type { CaseActionRequest } from '../../ui/caseSlots'
import { useCase } from '../../ui/useCase'
import { AuthorDeletionDialog } from './actions/AuthorDeletionDialog'
import { AuthorEditDialog } from './actions/AuthorEditDialog'
import { DuplicateDialog } from './actions/DuplicateDialog'
import { EmergencyDialog } from './actions/EmergencyDialog'
import { EraseDialog } from './actions/EraseDialog'
import { ForwardDialog } from './actions/ForwardDialog'
import { NoticeDialog } from './actions/NoticeDialog'
import { RefuseDialog } from './actions/RefuseDialog'
import { ReturnDialog } from './actions/ReturnDialog'
import { SubmitDialog } from './actions/SubmitDialog'
import { AddNoteDialog, DeclineDialog, ReopenDialog, WithdrawDialog } from './actions/reasonDialogs'
import { ConsentDialog } from './appeal/ConsentDialog'
import { HandOverDialog } from './appeal/HandOverDialog'
import { OfferDialog } from './appeal/OfferDialog'
import { RegisterDialog } from './appeal/RegisterDialog'
import { PostingDialog } from './posting/PostingDialog'

/** The dialog of the requested action over the case as it is now. */
export function CaseActions({ request, onClose }: { request: CaseActionRequest; onClose: () => void }) {
  const view = useCase(request.caseId)
  useEffect(() => {
    if (view.kind === 'absent') onClose()
  }, [view.kind, onClose])
  return view.kind === 'there' ? <ActionFor request={request} state={view.state} onClose={onClose} /> : null
}

function ActionFor({ request: { action, explanation = false }, state, onClose }: { request: CaseActionRequest; state: CaseState; onClose: () => void }) {
  const props = { state, onClose }
  switch (action) {
    case 'Forward':
      return <ForwardDialog {...props} explanation={explanation} />
    case 'WithdrawForwarding':
      return <WithdrawDialog {...props} />
    case 'DeclineForwarding':
      return <DeclineDialog {...props} />
    case 'SubmitAnswer':
      return <SubmitDialog {...props} />
    case 'ReturnAnswer':
      return <ReturnDialog {...props} />
    case 'PublishAnswer':
    case 'RecordPublicationFailure':
      return <PostingDialog {...props} what="answer" />
    case 'PublishExplanation':
      return <PostingDialog {...props} what="explanation" />
    case 'PublishSiteLink':
      return <PostingDialog {...props} what="siteLink" />
    case 'RefuseHandling':
      return <RefuseDialog {...props} />
    case 'DeclareEmergency':
      return <EmergencyDialog {...props} />
    case 'OfferAppeal':
      return <OfferDialog {...props} />
    case 'RecordAppealConsent':
      return <ConsentDialog {...props} />
    case 'HandOverAppeal':
      return <HandOverDialog {...props} />
    case 'RegisterAppeal':
      return <RegisterDialog {...props} />
    case 'PublishNotice':
      return <NoticeDialog {...props} />
    case 'MarkDuplicate':
      return <DuplicateDialog {...props} />
    case 'ReopenCase':
      return <ReopenDialog {...props} />
    case 'AddNote':
      return <AddNoteDialog {...props} />
    case 'ErasePersonalData':
      return <EraseDialog {...props} />
    case 'RecordAuthorEdit':
      return <AuthorEditDialog {...props} />
    case 'RecordAuthorDeletion':
      return <AuthorDeletionDialog {...props} />
    case 'ReceiveMessage':
      // Messages are taken in on their own screen; no case pane offers it.
      return null
    default:
      return assertNever(action, 'action')
  }
}
