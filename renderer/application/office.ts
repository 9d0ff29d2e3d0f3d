import type { Directory } from '../../shared/domain/people/directory'

/** The office's own documents: who, when and by which order. Dated data, edited in settings, synced by `directory`. */
export interface OfficeDocuments {
  readonly name: string
  /** IANA zone of the office, e.g. Asia/Krasnoyarsk. */
  readonly zone: string
  readonly directory: Directory
}
