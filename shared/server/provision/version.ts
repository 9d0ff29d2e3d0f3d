import type { Topology } from '../names'

/** Older ones have no selector jobs under users of their own, or bugs in them. */
const oldest = [3, 3] as const

/**
 * Reads the greeting of `GET /`. null = good enough; `notCouchDb`; or the version that is too old. The trial server of
 * `npm run server` greets as CouchDB's JavaScript kin and counts as good enough.
 */
export function acceptsVersion(greeting: Readonly<Record<string, unknown>> | null): string | null {
  if (greeting === null || typeof greeting !== 'object') return 'notCouchDb'
  if ('express-pouchdb' in greeting) return null
  const version = greeting['version']
  if (!('couchdb' in greeting) || typeof version !== 'string') return 'notCouchDb'
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]) ? null : version
}

/**
 * Where the documents of replication jobs go: `_replicator` of a CouchDB, which runs them. The trial server's own replicator
 * copies nothing over HTTP; `npm run server` runs what lies in a database of ours.
 */
export const jobsDatabaseOf = ({ prefix }: Topology, greeting: Readonly<Record<string, unknown>>): string =>
  'express-pouchdb' in greeting ? `${prefix}relay-jobs` : '_replicator'
