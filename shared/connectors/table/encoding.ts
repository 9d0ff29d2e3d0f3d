export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251'

/** The label is one of the WHATWG Encoding Standard; `(bytes, encoding) => new TextDecoder(encoding).decode(bytes)` where there is one. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string

/** By the byte-order mark, then by what the bytes allow: Excel in Russia saves CSV as windows-1251, others as UTF-8 or UTF-16. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = zeroSide(bytes)
  if (wide !== undefined) return wide
  return isUtf8(bytes) ? 'utf-8' : 'windows-1251'
}

/** Takes the mark off: some decoders leave it in. */
export function decodeTable(bytes: Uint8Array, decode: Decode): { readonly text: string; readonly encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  const text = decode(bytes, encoding)
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, encoding }
}

/** Delimiters, digits and line ends of UTF-16 have a zero on one side; no 8-bit text has zeros at all. */
function zeroSide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0 || even + odd < length / 50) return undefined
  return odd >= even ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const rest = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1
    if (rest < 0) return false
    for (let next = 1; next <= rest; next++) {
      // A file cut within its last character is still UTF-8.
      if (at + next >= bytes.length) return true
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false
    }
    at += rest + 1
  }
  return true
}
