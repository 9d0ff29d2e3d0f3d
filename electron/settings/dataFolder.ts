import type { App } from 'electron'
import path from 'node:path'

/**
 * Where this program keeps everything: `otklik` among the user's applications' data, a profile in a folder of its own below it.
 * `--user-data-dir` (Chromium's switch) names another place, as tests do.
 */
export function chooseDataFolder(app: App, profile: string | null): void {
  const base = app.commandLine.hasSwitch('user-data-dir') ? app.getPath('userData') : path.join(app.getPath('appData'), 'otklik')
  app.setPath('userData', profile === null ? base : path.join(base, 'profiles', profile))
  app.setAppLogsPath(path.join(app.getPath('userData'), 'logs'))
}
