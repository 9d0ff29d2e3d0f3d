import { ClipboardItem, clipboard } from 'electron'

/** What Electron's clipboard took before it became like the web's (44 and older, the runtime of development among them). */
interface OlderClipboard {
  write(data: { text: string; html?: string }): void
}

/** Puts a text on the clipboard, with its formatted form where a program can paste one. */
export async function copy(text: string, html?: string): Promise<void> {
  // The types say that the class is always there; on an older runtime it is not.
  if ((ClipboardItem as typeof ClipboardItem | undefined) === undefined) {
    ;(clipboard as unknown as OlderClipboard).write(html === undefined ? { text } : { text, html })
    return
  }
  await clipboard.write([new ClipboardItem({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) })])
}
