import { canonical, sha256Hex } from './canonical'
import type { CaseId } from './ids'
import type { Network } from './message'

/**
 * One message, one case, whichever desk meets it. `externalKey`: the network's stable id of the message, or what the paste form
 * makes of a message that has none. Compared as normalised text (NFC, outer spaces off).
 */
export const caseIdFor = (network: Network, externalKey: string): CaseId =>
  `c${sha256Hex(canonical([network, externalKey.normalize('NFC').trim()])).slice(0, 32)}` as CaseId

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number people say over the phone: 8 Crockford base-32 signs, `K7M2-XQ49`. Forty bits: among 100,000 cases two alike once
 * in two hundred districts, so it names a case to people and never replaces the id.
 */
export function caseNumber(caseId: CaseId): string {
  // Eight groups of five bits, read off the first ten hex digits after the letter.
  let bits = BigInt(`0x${caseId.slice(1, 11)}`)
  let signs = ''
  for (let place = 0; place < 8; place++) {
    signs = crockford.charAt(Number(bits & 31n)) + signs
    bits >>= 5n
  }
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}
