import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { systemCode } from '../files/systemFailure'
import { pageHost } from './ownPage'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * What the page may do: its own scripts, no eval, styles only from its files and from the style library that knows the
 * nonce, no network at all (requests go through the main process), no frames, no forms.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

/** The file of the bundle that an address means, or null when it leads out of the folder or to another host. */
export function fileOf(address: string, folder: string): string | null {
  const { host, pathname } = new URL(address)
  if (host !== pageHost) return null
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch (failure) {
    if (failure instanceof URIError) return null
    throw failure
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const file = path.resolve(folder, `.${name}`)
  return file.startsWith(folder + path.sep) && types[path.extname(file)] !== undefined ? file : null
}

/** Serves the bundle of the page from `folder` to the window; everything else is 404. */
export async function servePage(address: string, folder: string): Promise<Response> {
  const file = fileOf(address, folder)
  const absent = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
  if (file === null) return absent()
  let content: Buffer
  try {
    content = await readFile(file)
  } catch (failure) {
    if (systemCode(failure) === null) throw failure
    return absent()
  }
  const type = types[path.extname(file)] ?? ''
  const nonce = randomBytes(16).toString('base64')
  const body = type.startsWith('text/html') ? content.toString('utf8').replaceAll('{{csp-nonce}}', nonce) : new Uint8Array(content)
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      // The page carries a nonce of its own each time; the rest may be kept, compiled scripts included.
      'cache-control': type.startsWith('text/html') ? 'no-store' : 'no-cache',
    },
  })
}
