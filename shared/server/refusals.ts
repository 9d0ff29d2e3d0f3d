/**
 * Why the server refuses a document: the first word of what the validation function throws. Closed, so that a person can be
 * told in his own language what to do.
 */
export const refusalCodes = [
  /** A deletion, an edit or a second revision: the journal only grows. */
  'appendOnly',
  /** An id of none of the known forms. */
  'id',
  /** Written by another than the id or the document says. */
  'author',
  /** The id and the document name different cases. */
  'case',
  /** A role the signed-in person does not have. */
  'role',
  /** A kind that this role may not write here. */
  'kind',
  /** A department that this database or this writer has nothing to do with. */
  'department',
  /** A kind or a version of it that the server's rules do not know: the server is to be provisioned by a newer program. */
  'newer',
  /** A member that is missing, of a wrong type, too long, or of no known meaning. */
  'shape',
  /** The content is not the one that the id was made of. */
  'hash',
  /** Larger than a document may be. */
  'size',
  /** A file's document without its bytes, with others, or of another size. */
  'attachment',
  /** The trial write of provisioning: proof that the function compiles and runs. */
  'probe',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Of a 403: CouchDB shuts a person out for five minutes after five wrong passwords, whatever he asks. Not what our rules say. */
export const saysLockedOut = (reason: string): boolean => /locked|too many|temporarily/i.test(reason) && readRefusal(reason) === null

const isRefusalCode = (code: string): code is RefusalCode => (refusalCodes as readonly string[]).includes(code)

/** Reads the server's `reason`; null where it was not our function that spoke. */
export function readRefusal(reason: string): { readonly code: RefusalCode; readonly detail: string } | null {
  const [code = '', ...rest] = reason.split(':')
  return isRefusalCode(code) ? { code, detail: rest.join(':').trim() } : null
}

/** The reason of an error's body; '' of a body that has none, as a proxy's own page. */
export const reasonIn = (body: unknown): string => (typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason) : '')
