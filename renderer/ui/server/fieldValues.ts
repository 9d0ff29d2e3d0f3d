import type { ServerOpening } from '../../../shared/ipc/server'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { serverFields as words } from '../../i18n/ru/serverFields'

/** The fields as typed. The password is nobody's draft: it lives as long as the form. */
export interface ServerFieldValues {
  readonly address: string
  readonly user: string
  readonly password: string
  readonly ca: { readonly name: string; readonly pem: string } | null
  readonly insistHttp: boolean
}

export const emptyServerFields: ServerFieldValues = { address: '', user: '', password: '', ca: null, insistHttp: false }

export type ServerFieldError = keyof typeof words.errors
export type ServerFieldErrors = Partial<Record<'address' | 'user' | 'password', ServerFieldError>>

const urlOf = (address: string): URL | null => (URL.canParse(address.trim()) ? new URL(address.trim()) : null)
const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** Plain HTTP to another computer: the person is to say that he knows. */
export function mustInsist(address: string): boolean {
  const url = urlOf(address)
  return url !== null && url.protocol === 'http:' && !isLoopback(url.hostname)
}

/** `passwordKept`: none need be typed, the one that is remembered is good. */
export function openingOf(values: ServerFieldValues, { remember, passwordKept = false }: { readonly remember: boolean; readonly passwordKept?: boolean }): Result<ServerOpening, ServerFieldErrors> {
  const errors: ServerFieldErrors = {}
  const address = addressError(values)
  if (address !== null) errors.address = address
  if (values.user.trim() === '') errors.user = 'userMissing'
  if (values.password === '' && !passwordKept) errors.password = 'passwordMissing'
  if (Object.keys(errors).length > 0) return err(errors)
  return ok({
    address: values.address.trim(),
    user: values.user.trim(),
    ...(values.password === '' ? {} : { password: values.password }),
    remember,
    ...(values.ca === null ? {} : { ca: values.ca.pem }),
    insistHttp: values.insistHttp && mustInsist(values.address),
  })
}

function addressError({ address, insistHttp }: ServerFieldValues): ServerFieldError | null {
  if (address.trim() === '') return 'addressMissing'
  const url = urlOf(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.search !== '' || url.hash !== '') return 'addressMalformed'
  if (url.username !== '' || url.password !== '') return 'addressCredentials'
  return mustInsist(address) && !insistHttp ? 'insecure' : null
}

export const isPem = (text: string): boolean => /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(text)
