import type { Application } from '../application/application'
import type { Desktop } from '../ui/desktop'
import type { Attending } from '../application/attention'
import { attendOverBridge } from './attendOverBridge'
import { filesOver, machineChance, machineClock } from './bridgePorts'
import { createApplication } from './createApplication'
import { report } from './report'

export interface Opened {
  readonly application: Application
  readonly attending: Attending
}

/** Asks the main process where it runs, and opens this profile's storage. Throws StorageFailure when it cannot be opened. */
export async function openApplication(desktop: Desktop): Promise<Opened> {
  const info = await desktop.call('app.info', undefined)
  if (!info.ok) throw new Error(`app.info: ${info.error.reason}`)
  const { profile, clockOffset, serverPrefix } = info.value
  const application = await createApplication({
    name: profile === null ? 'otklik' : `otklik-${profile}`,
    clock: machineClock(clockOffset),
    chance: machineChance,
    files: filesOver(desktop.call),
    call: desktop.call,
    at: { prefix: serverPrefix },
    onFailure: (failure) => void report(desktop, 'behindScreens.failed', failure),
  })
  const { server } = application
  const attending = await attendOverBridge(application, desktop, { status: server.status, shelf: application.attentionShelf })
  // The network is back, or the computer woke up: nobody should wait for the next try.
  const nudge = () => server.nudge()
  window.addEventListener('online', nudge)
  const stopNudging = desktop.listen('power.resumed', nudge)
  // What waits to be written must not wait while the window is hidden or goes away.
  const flush = () => void application.drafts.flush()
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
  const opened: Application = {
    ...application,
    eraseEverything: async (confirmed) => {
      const erased = await application.eraseEverything(confirmed)
      if (erased.ok) attending.stop()
      return erased
    },
    close: async () => {
      attending.stop()
      stopNudging()
      window.removeEventListener('online', nudge)
      await application.close()
    },
  }
  return { application: opened, attending }
}
