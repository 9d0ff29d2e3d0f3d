import { Notification } from 'electron'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { NotificationRequest } from '../../shared/ipc/app'
import type { Answer } from '../../shared/ipc/contract'
import { done, refuse } from '../ipc/handlers'

/** Shows the system's notifications: one at a time for each tag, a click opens the case. */
export class Notifier {
  /** Held until closed, otherwise the click handlers would be collected as garbage. */
  private readonly shown = new Map<string, Notification>()

  constructor(
    private readonly icon: string,
    private readonly opened: (caseId: CaseId | null) => void,
    private readonly later: (about: readonly CaseId[]) => void,
  ) {}

  show({ title, body, caseId, tag, urgent, about, later }: NotificationRequest): Answer<'notifications.show'> {
    if (!Notification.isSupported()) return refuse('unsupported', 'Система не показывает уведомлений')
    this.shown.get(tag)?.close()
    const notification = new Notification({ title, body, icon: this.icon, urgency: urgent ? 'critical' : 'normal', timeoutType: urgent ? 'never' : 'default', actions: later === null ? [] : [{ type: 'button', text: later }] })
    this.shown.set(tag, notification)
    notification.on('click', () => this.opened(caseId))
    notification.on('action', () => {
      this.later(about)
      notification.close()
    })
    notification.on('close', () => {
      if (this.shown.get(tag) === notification) this.shown.delete(tag)
    })
    notification.show()
    return done(undefined)
  }
}
