import type { Sha256 } from '../domain/journal/ids'
import type { DepartmentId, PersonId } from '../domain/people/roles'

/**
 * One attached file is one immutable document: by the hash of its bytes, who sent it, and the department it goes to. The same file
 * for two departments is two documents, as a selector sees one document at a time.
 */
export const blobId = (sha256: Sha256, author: PersonId, department: DepartmentId | undefined): string =>
  `blob~${sha256}~${author}${department === undefined ? '' : `~${department}`}`

/** Every document of these bytes lies between these two keys. */
export const blobRange = (sha256: Sha256): { readonly start: string; readonly end: string } => ({ start: `blob~${sha256}~`, end: `blob~${sha256}~\uffff` })

/** The name of the one attachment that the document has. */
export const blobPart = 'data'

export const isBlob = (id: string): boolean => id.startsWith('blob~')
