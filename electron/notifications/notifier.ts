import { Notification } from 'electron'
import { caseIdSchema, type CaseId } from '../../shared/domain/journal/ids'
import type { NotificationRequest } from '../../shared/ipc/app'
import type { Answer } from '../../shared/ipc/contract'
import { done, refuse } from '../ipc/handlers'

const open = 'Открыть'
/** So many are held at most; of more the oldest is taken away. */
const heldAtMost = 20

/** Shows the system's notifications: one at a time for each tag; a click or «Открыть» opens the case, «позже» puts it off. */
export class Notifier {
  /** Held until closed, otherwise the click handlers would be collected as garbage. */
  private readonly shown = new Map<string, Notification>()

  constructor(
    private readonly icon: string,
    private readonly opened: (caseId: CaseId | null) => void,
    private readonly later: (about: readonly CaseId[]) => void,
    private readonly failed: () => void,
  ) {}

  show({ title, body, caseId, tag, urgent, about, later }: NotificationRequest): Answer<'notifications.show'> {
    if (!Notification.isSupported()) return refuse('unsupported', 'Система не показывает уведомлений')
    this.take(tag)
    // Systems without buttons ignore them: there a click opens, and «позже» stands beside the case's term.
    const buttons = [...(caseId === null ? [] : [{ text: open, act: () => this.opened(caseId) }]), ...(later === null ? [] : [{ text: later, act: () => this.later(about) }])]
    const notification = new Notification({
      id: tag, title, body: plain(body), icon: this.icon, urgency: urgent ? 'critical' : 'normal', timeoutType: urgent ? 'never' : 'default',
      actions: buttons.map(({ text }) => ({ type: 'button', text })),
    })
    this.shown.set(tag, notification)
    const oldest = this.shown.keys().next()
    if (this.shown.size > heldAtMost && oldest.done === false) this.take(oldest.value)
    notification.on('click', () => this.opened(caseId))
    notification.on('action', (_event, index) => {
      buttons[index]?.act()
      notification.close()
    })
    notification.on('close', () => {
      if (this.shown.get(tag) === notification) this.shown.delete(tag)
    })
    notification.on('failed', () => this.failed())
    notification.show()
    return done(undefined)
  }

  private take(tag: string): void {
    this.shown.get(tag)?.close()
    this.shown.delete(tag)
  }
}

/**
 * Linux desktops take a notification's text for markup, and one that a citizen wrote could bring a link. Whether this one does is
 * not known beforehand, so that the signs are changed for their likes rather than written as entities.
 */
const plain = (text: string) => (process.platform === 'linux' ? text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆') : text)

const tagOfCase = /case-(c[0-9a-f]{32})/

/**
 * The case of a notification that the system kept and that no running program knows any more: on Windows a click on it starts the
 * program. Its tag is all there is; null where it names none.
 */
export function caseInActivation(words: string): CaseId | null {
  const parsed = caseIdSchema.safeParse(tagOfCase.exec(words)?.[1])
  return parsed.success ? parsed.data : null
}

/** Hears of such clicks where the system and the runtime have them. */
export function onKeptNotification(act: (caseId: CaseId | null) => void): void {
  const { handleActivation } = Notification as Partial<Pick<typeof Notification, 'handleActivation'>>
  if (process.platform !== 'win32' || handleActivation === undefined) return
  handleActivation.call(Notification, ({ type, arguments: words }) => {
    if (type === 'click') act(caseInActivation(words))
  })
}
