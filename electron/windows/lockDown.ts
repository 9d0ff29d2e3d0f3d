import type { App, Session, WebContents } from 'electron'
import { openExternally } from './externalAddress'
import { isOwnPage } from './ownPage'

/** No page is given a permission: the program needs none (camera, place, notifications of the page, device access). */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
}

/** The page asks nothing of any network: requests to servers go through the main process, which speaks to configured hosts only. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const { protocol } = new URL(details.url)
    decide({ cancel: !['app:', 'blob:', 'data:', 'devtools:'].includes(protocol) })
  })
}

/** The page stays where it is; a link a person clicks opens in the system's browser. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openExternally(url)
    return { action: 'deny' }
  })
}

/** Applies to every page the program will ever make, not only to the first. */
export function confineAll(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}
