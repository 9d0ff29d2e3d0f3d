import { err, ok, type Result } from '../../shared/lib/result'

export interface ServerAddress {
  /** Origin and path without a slash at the end and without credentials. */
  readonly url: string
  readonly secure: boolean
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/**
 * `malformed`: not an http(s) address · `credentials`: a name or password inside the address, which would end up in lists and
 * logs · `insecure`: plain HTTP beyond this computer, unless the user insists.
 */
export function readServerAddress(text: string, insist: boolean): Result<ServerAddress, 'malformed' | 'credentials' | 'insecure'> {
  if (!URL.canParse(text.trim())) return err('malformed')
  const url = new URL(text.trim())
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return err('malformed')
  if (url.username !== '' || url.password !== '') return err('credentials')
  if (url.search !== '' || url.hash !== '') return err('malformed')
  const secure = url.protocol === 'https:'
  if (!secure && !insist && !isLoopback(url.hostname)) return err('insecure')
  return ok({ url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, secure })
}
