/**
 * How a server at this address most likely reaches itself: over plain HTTP by the same address; behind TLS by CouchDB's own port
 * on the machine, as the jobs know nothing of the office's certificate authority.
 */
export function selfOf(address: string): string {
  const url = new URL(address)
  return url.protocol === 'http:' ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : 'http://127.0.0.1:5984'
}

export const isSelfAddress = (text: string): boolean => URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol)
