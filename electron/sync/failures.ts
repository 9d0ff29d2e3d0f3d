import type { LinkFailure } from '../../shared/server/link'

const byCode: Readonly<Record<string, LinkFailure>> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  ECONNABORTED: 'cut',
  EPROTO: 'protocol',
  CERT_HAS_EXPIRED: 'certificateDate',
  CERT_NOT_YET_VALID: 'certificateDate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateName',
  HOSTNAME_MISMATCH: 'certificateName',
}

const certificateCodes = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/

/** What Node's HTTP says of a failed request as a closed reason; an error without a code comes back as null: a bug. */
export function linkFailureOf(failure: unknown): LinkFailure | null {
  const code = failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : null
  if (code === null) return null
  if (certificateCodes.test(code)) return byCode[code] ?? 'certificate'
  // Plain HTTP answered where TLS was begun, or the other way about.
  if (code.startsWith('ERR_SSL_') || code.startsWith('HPE_')) return 'protocol'
  return byCode[code] ?? 'cut'
}
