import type { Application, Observable } from '../application/application'
import { attend, type Attending } from '../application/attention'
import type { AttentionShelf } from '../application/attentionShelf'
import { changing } from '../application/observable'
import { offStatus, type SyncStatus } from '../application/server/status'
import type { Desktop } from '../ui/desktop'
import { notificationOf, trayStateOf, type WordsOf } from './attentionTexts'
import { report } from './report'

const quotedAtMost = 120

/** What attention needs of the district's server. */
export interface ServerSurroundings {
  readonly status: Observable<SyncStatus>
  readonly shelf: () => AttentionShelf | null
}

const noServerYet: ServerSurroundings = { status: changing(offStatus), shelf: () => null }

/** Watches over the cases in the name of this window: notifications and the tray go over the bridge. */
export async function attendOverBridge(application: Application, desktop: Desktop, { status, shelf }: ServerSurroundings = noServerYet): Promise<Attending> {
  const got = await desktop.call('settings.get', undefined)
  if (!got.ok) throw new Error(`settings.get: ${got.error.reason}`)
  const settings = changing(got.value.settings.notifications)
  const wordsOf: WordsOf = (caseId) => {
    const message = application.openCases.get().find(({ id }) => id === caseId)?.message
    if (message === undefined || !settings.get().personalData) return null
    return [message.author.name, message.text].filter((part) => typeof part === 'string').join(': ').slice(0, quotedAtMost) || null
  }
  let lastTray = ''
  const attending = attend({
    application,
    settings,
    server: status,
    shelf,
    attended: async () => {
      const got = await desktop.call('app.attended', undefined)
      return !got.ok || got.value
    },
    // Where the system shows no notifications the tray and the window still tell.
    show: async (notice, now) => void (await desktop.call('notifications.show', notificationOf(notice, now, { zone: application.office.get().zone, wordsOf, laterMinutes: settings.get().laterMinutes }))),
    showTray: async (view, now) => {
      const state = trayStateOf(view, now, application.office.get().zone)
      const text = JSON.stringify(state)
      if (text === lastTray) return
      lastTray = text
      await desktop.call('tray.show', state)
    },
    wake: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    onFailure: (failure) => void report(desktop, 'attention.failed', failure),
  })
  const stops = [desktop.listen('settings.changed', ({ notifications }) => settings.set(notifications)), desktop.listen('power.resumed', () => attending.woken()), desktop.listen('attention.later', ({ about }) => void attending.later(about))]
  return {
    woken: () => attending.woken(),
    later: (about) => attending.later(about),
    stop: () => {
      attending.stop()
      for (const stop of stops) stop()
    },
  }
}
