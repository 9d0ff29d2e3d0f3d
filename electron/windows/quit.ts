import type { App, BrowserWindow } from 'electron'
import { dialog } from 'electron'

/** Ends the program; when something is unsent the person is asked first, in words that say what it means. */
export class Quit {
  private decided = false

  constructor(private readonly app: App) {
    // The system's own shutdown is not asked twice: what is unsent lies safely in the database and goes out after the start.
    app.on('before-quit', () => (this.decided = true))
  }

  /** The system itself is ending (Windows says it to the window alone): closing must not be refused then. */
  endWithSystem(): void {
    this.decided = true
  }

  /** Whether closing the window now means the end of the program. */
  get underWay(): boolean {
    return this.decided
  }

  /** @returns false when the person chose to stay */
  async ask(window: BrowserWindow | null, unsent: number): Promise<boolean> {
    if (unsent > 0) {
      const question = {
        type: 'warning' as const,
        title: 'Отклик',
        message: `Есть неотправленное: ${unsent}`,
        detail: 'Оно сохранено на этом компьютере и уйдёт после следующего запуска. До тех пор другие этого не увидят, а сроки идут.',
        buttons: ['Остаться', 'Выйти'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      }
      const { response } = window === null ? await dialog.showMessageBox(question) : await dialog.showMessageBox(window, question)
      if (response !== 1) return false
    }
    // After the answer has gone back to the page that asked.
    setImmediate(() => this.app.quit())
    return true
  }
}
