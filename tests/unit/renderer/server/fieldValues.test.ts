import { describe, expect, it } from 'vitest'
import { emptyServerFields, isPem, mustInsist, openingOf, type ServerFieldValues } from '../../../../renderer/ui/server/fieldValues'

const filled = (change: Partial<ServerFieldValues>): ServerFieldValues => ({ ...emptyServerFields, address: 'https://couch.example:6984', user: 'admin', password: 'secret-word', ...change })
const errorsOf = (change: Partial<ServerFieldValues>, passwordKept = false) => {
  const read = openingOf(filled(change), { remember: false, passwordKept })
  return read.ok ? null : read.error
}

describe('the fields of a server', () => {
  it('name what is missing or wrong in each', () => {
    expect(errorsOf({ address: '', user: ' ', password: '' })).toEqual({ address: 'addressMissing', user: 'userMissing', password: 'passwordMissing' })
    expect(errorsOf({ address: 'couch.example:6984' })).toEqual({ address: 'addressMalformed' })
    expect(errorsOf({ address: 'ftp://couch.example' })).toEqual({ address: 'addressMalformed' })
    expect(errorsOf({ address: 'https://admin:word@couch.example' })).toEqual({ address: 'addressCredentials' })
    expect(errorsOf({ password: '' }, true)).toBeNull()
  })

  it('let plain HTTP out of this computer only when the person insists', () => {
    expect([mustInsist('http://couch.example:5984'), mustInsist('http://127.0.0.1:5984'), mustInsist('https://couch.example'), mustInsist('http://')]).toEqual([true, false, false, false])
    expect(errorsOf({ address: 'http://10.0.0.5:5984' })).toEqual({ address: 'insecure' })
    expect(openingOf(filled({ address: ' http://10.0.0.5:5984 ', insistHttp: true }), { remember: false })).toEqual({
      ok: true, value: { address: 'http://10.0.0.5:5984', user: 'admin', password: 'secret-word', remember: false, insistHttp: true },
    })
    // Insisted on once, then the address was mended: nothing of it is left.
    expect(openingOf(filled({ insistHttp: true }), { remember: true })).toMatchObject({ ok: true, value: { insistHttp: false, remember: true } })
  })

  it('take a certificate for what it is', () => {
    expect(isPem('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')).toBe(true)
    expect([isPem(''), isPem('0\x82\x03'), isPem('-----BEGIN PRIVATE KEY-----')]).toEqual([false, false, false])
    expect(openingOf(filled({ ca: { name: 'root.pem', pem: 'PEM' } }), { remember: false })).toMatchObject({ ok: true, value: { ca: 'PEM' } })
  })
})
