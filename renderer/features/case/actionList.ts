import Balance from '@mui/icons-material/AccountBalanceOutlined'
import Campaign from '@mui/icons-material/CampaignOutlined'
import ContentCopy from '@mui/icons-material/FileCopyOutlined'
import DeleteForever from '@mui/icons-material/DeleteForeverOutlined'
import Delete from '@mui/icons-material/DeleteOutlined'
import DoNotDisturb from '@mui/icons-material/DoNotDisturb'
import Edit from '@mui/icons-material/EditOutlined'
import Emergency from '@mui/icons-material/NotificationImportantOutlined'
import Forward from '@mui/icons-material/ForwardToInbox'
import Link from '@mui/icons-material/Link'
import NoteAdd from '@mui/icons-material/NoteAddOutlined'
import Publish from '@mui/icons-material/PublishOutlined'
import RateReview from '@mui/icons-material/RateReviewOutlined'
import Replay from '@mui/icons-material/Replay'
import School from '@mui/icons-material/SchoolOutlined'
import Undo from '@mui/icons-material/Undo'
import type { SvgIconComponent } from '@mui/icons-material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { CommandType } from '../../../shared/domain/case/command'
import { actions as words } from '../../i18n/ru/actions'
import type { Chord } from '../../ui/keys/chord'

/** One entry of the action bar. */
export interface CaseAction {
  readonly id: string
  readonly action: CommandType
  readonly explanation?: boolean
  readonly label: string
  readonly icon: SvgIconComponent
  readonly chord?: Chord
  /** Shown as a button; the rest are in the menu. */
  readonly main: boolean
}

const key = (letter: string, shift = false): Chord => ({ code: `Key${letter}`, ...(shift ? { shift } : {}) })

/** What the bar offers for the commands that are possible now, in the order in which they are likely. */
export function actionList(state: CaseState, possible: readonly CommandType[]): readonly CaseAction[] {
  const explains = state.kind === 'explanation'
  const { stage } = state
  const deciding = stage === 'triage' || stage === 'review'
  const list: readonly CaseAction[] = [
    { id: 'publish', action: explains ? 'PublishExplanation' : 'PublishAnswer', label: stage === 'review' ? (explains ? words.name.publishExplanation : words.name.publish) : explains ? words.name.explainMyself : words.name.answerMyself, icon: Publish, chord: key('P'), main: stage === 'review' },
    { id: 'return', action: 'ReturnAnswer', label: words.name.returnAnswer, icon: Replay, chord: key('R'), main: true },
    { id: 'forward', action: 'Forward', label: words.name.forward, icon: Forward, chord: key('F'), main: true },
    { id: 'forwardExplanation', action: 'Forward', explanation: true, label: words.name.forwardExplanation, icon: School, chord: key('G'), main: stage === 'triage' },
    { id: 'siteLink', action: 'PublishSiteLink', label: words.name.siteLink, icon: Link, chord: key('L'), main: false },
    { id: 'refuse', action: 'RefuseHandling', label: words.name.refuse, icon: DoNotDisturb, chord: key('X'), main: stage === 'triage' },
    { id: 'emergency', action: 'DeclareEmergency', label: words.name.emergency, icon: Emergency, chord: key('E'), main: deciding },
    { id: 'duplicate', action: 'MarkDuplicate', label: words.name.duplicate, icon: ContentCopy, chord: key('D'), main: false },
    ...appealSteps(state, possible),
    { id: 'notice', action: 'PublishNotice', label: words.name.notice, icon: Campaign, chord: key('I'), main: stage === 'closed' },
    { id: 'reopen', action: 'ReopenCase', label: words.name.reopen, icon: Undo, chord: key('O'), main: stage === 'closed' },
    { id: 'note', action: 'AddNote', label: words.name.note, icon: NoteAdd, chord: key('N'), main: false },
    { id: 'withdraw', action: 'WithdrawForwarding', label: words.name.withdraw, icon: Undo, chord: key('W'), main: stage === 'department' || stage === 'rework' },
    { id: 'submit', action: 'SubmitAnswer', label: words.name.submit, icon: RateReview, chord: key('S'), main: false },
    { id: 'decline', action: 'DeclineForwarding', label: words.name.decline, icon: DoNotDisturb, main: false },
    ...(explains ? [] : [{ id: 'explainMyself', action: 'PublishExplanation', label: words.name.explainMyself, icon: School, chord: key('G', true), main: false } as const]),
    { id: 'authorEdit', action: 'RecordAuthorEdit', label: words.name.authorEdit, icon: Edit, main: false },
    { id: 'authorDeletion', action: 'RecordAuthorDeletion', label: words.name.authorDeletion, icon: Delete, main: false },
    { id: 'erase', action: 'ErasePersonalData', label: words.name.erase, icon: DeleteForever, main: false },
  ]
  return list.filter(({ action }) => possible.includes(action))
}

/** A opens the next step of the official appeal; the others stay in the menu. */
function appealSteps(state: CaseState, possible: readonly CommandType[]): readonly CaseAction[] {
  const steps: readonly { readonly id: string; readonly action: CommandType; readonly label: string }[] = [
    { id: 'register', action: 'RegisterAppeal', label: words.name.register },
    { id: 'handOver', action: 'HandOverAppeal', label: words.name.handOver },
    { id: 'consent', action: 'RecordAppealConsent', label: words.name.consent },
    { id: 'offerAppeal', action: 'OfferAppeal', label: words.name.offerAppeal },
  ]
  return steps
    .filter(({ action }) => possible.includes(action))
    .map((step, index) => ({ ...step, icon: Balance, main: index === 0 && state.stage === 'appeal', ...(index === 0 ? { chord: key('A') } : {}) }))
}
