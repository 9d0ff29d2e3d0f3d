import { app, protocol } from 'electron'
import type { Session } from 'electron'
import path from 'node:path'
import { pageScheme } from './ownPage'
import { servePage } from './servePage'

/** Before the program is ready: makes `app:` a scheme like https, with an origin of its own for the database. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the bundle that lies beside the main process's. */
export function servePages(session: Session): void {
  session.setCodeCachePath(path.join(app.getPath('userData'), 'Code Cache App'))
  session.protocol.handle(pageScheme, (request) => servePage(request.url, path.join(__dirname, '..', 'renderer')))
}
