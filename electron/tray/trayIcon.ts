import { Menu, Tray, nativeImage } from 'electron'
import path from 'node:path'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { TrayState } from '../../shared/ipc/app'
import { menuOf, tooltipOf } from './trayTexts'

export interface TrayActions {
  readonly open: () => void
  readonly openCase: (caseId: CaseId) => void
  readonly quit: () => void
}

export const quietTray: TrayState = { mood: 'quiet', dueSoon: 0, overdue: 0, unsent: 0, nearest: null, urgent: [] }

/** The icon by the clock. It shows what it is told: the main process reads no cases. */
export class TrayIcon {
  private readonly tray: Tray

  constructor(
    private readonly icons: string,
    private readonly actions: TrayActions,
  ) {
    this.tray = new Tray(this.image('quiet'))
    this.tray.on('click', () => actions.open())
    this.show(quietTray)
  }

  show(state: TrayState): void {
    this.tray.setImage(this.image(state.mood))
    this.tray.setToolTip(tooltipOf(state))
    this.tray.setContextMenu(
      Menu.buildFromTemplate(
        menuOf(state).map((item) => {
          switch (item.kind) {
            case 'separator':
              return { type: 'separator' as const }
            case 'note':
              return { label: item.label, enabled: false }
            case 'open':
              return { label: item.label, click: () => this.actions.open() }
            case 'case':
              return { label: item.label, click: () => this.actions.openCase(item.caseId) }
            case 'quit':
              return { label: item.label, click: () => this.actions.quit() }
          }
        }),
      ),
    )
  }

  private image(mood: TrayState['mood']) {
    return nativeImage.createFromPath(path.join(this.icons, `tray-${mood}.png`))
  }
}
