import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const [INTEGER, BITS, OCTETS, OID, TEXT, TIME, SEQUENCE, SET, VERSION, EXTENSIONS, DNS_NAME] = [0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31, 0xa0, 0xa3, 0x82]
const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')
const bits = (content: Uint8Array): Buffer => der(BITS, Buffer.from([0]), content)

const ecdsaWithSha256 = der(SEQUENCE, der(OID, hex('2a8648ce3d040302')))
const commonName = (name: string): Buffer => der(SEQUENCE, der(SET, der(SEQUENCE, der(OID, hex('550403')), der(TEXT, Buffer.from(name)))))
const alsoNamed = (name: string): Buffer => der(SEQUENCE, der(OID, hex('551d11')), der(OCTETS, der(SEQUENCE, der(DNS_NAME, Buffer.from(name)))))

/** UTCTime; years from 2050 on are written otherwise, and none is needed. */
const time = (year: number): Buffer => der(TIME, Buffer.from(`${String(year).slice(2)}0101000000Z`))

/** A certificate that its own holder signed, with its key, both as PEM: Node makes keys and no certificates, and a test asks no openssl. */
export function selfSigned(name: string): { readonly key: string; readonly certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)])
  const content = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, serial),
    ecdsaWithSha256,
    commonName(name),
    der(SEQUENCE, time(2020), time(2049)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXTENSIONS, der(SEQUENCE, alsoNamed(name))),
  )
  const whole = der(SEQUENCE, content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)))
  const lines = (whole.toString('base64').match(/.{1,64}/g) ?? []).join('\n')
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}
