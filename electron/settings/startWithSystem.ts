import type { App } from 'electron'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { atomicWrite } from '../files/atomicWrite'

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
