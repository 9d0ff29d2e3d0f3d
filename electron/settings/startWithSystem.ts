import type { App } from 'electron'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { atomicWrite } from '../files/atomicWrite'
import { systemCode } from '../files/systemFailure'

/** What a Linux desktop runs at log-in: hidden, so that nothing jumps up in the morning. */
export const autostartEntry = (executable: string): string =>
  ['[Desktop Entry]', 'Type=Application', 'Name=Отклик', `Exec="${executable.replace(/(["\\$`])/g, '\\$1')}" --hidden`, 'X-GNOME-Autostart-enabled=true', ''].join('\n')

/** Starts the program with the system, hidden, or no longer. Only an installed program has something lasting to start. */
export async function startWithSystem(app: App, wanted: boolean): Promise<void> {
  if (!app.isPackaged) return
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args: ['--hidden'] })
    return
  }
  const entry = path.join(app.getPath('appData'), 'autostart', 'otklik.desktop')
  if (wanted) await atomicWrite(entry, autostartEntry(process.env['APPIMAGE'] ?? process.execPath), 0o644)
  else await rm(entry, { force: true })
}

/** At each start: the program may have been put elsewhere or got another name since (an AppImage does with every version). */
export async function renewStart(app: App, wanted: boolean): Promise<void> {
  if (!wanted) return
  try {
    await startWithSystem(app, true)
  } catch (failure) {
    // A folder that takes no file is said when the person sets the switch.
    if (systemCode(failure) === null) throw failure
  }
}
