import type { App } from 'electron'
import { nativeTheme } from 'electron'
import { visibleSettings } from '../../shared/settings/settings'
import { inWords } from '../files/systemFailure'
import type { Handlers } from '../ipc/handlers'
import { done, refuse } from '../ipc/handlers'
import type { Pushes } from '../windows/pushes'
import type { SettingsStore } from './settingsStore'
import { startWithSystem } from './startWithSystem'

/** Makes the system follow the settings: the theme of native parts now, the start at log-in by the system's own list. */
export function applyTheme(store: SettingsStore): void {
  nativeTheme.themeSource = store.value.theme
}

export function settingsHandlers(store: SettingsStore, app: App, pushes: Pushes): Pick<Handlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => {
      // Several screens ask; the note must reach the one that shows it, so it stands until the program ends.
      return done({ settings: visibleSettings(store.value), putAside: store.putAside })
    },
    'settings.set': async (patch) => {
      const changed = store.change(patch)
      if (!changed.ok) return refuse('cannotWrite', `Настройки не сохранены: ${inWords(changed.error)}`)
      applyTheme(store)
      if (patch.startWithSystem !== undefined) await startWithSystem(app, patch.startWithSystem)
      const visible = visibleSettings(changed.value)
      pushes.send('settings.changed', visible)
      return done(visible)
    },
  }
}
