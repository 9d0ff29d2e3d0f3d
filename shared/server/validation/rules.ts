import { sha256Hex } from '../../domain/journal/canonical'
import { envelopeSchema } from '../../domain/journal/event'
import type { Sha256 } from '../../domain/journal/ids'
import { roles, type DepartmentId, type Role } from '../../domain/people/roles'
import { blobLimit, eventLimit, lamportLimit, probeId } from '../limits'
import { departmentRelay, journalRelay, serverRole, type Topology } from '../names'
import { functionBody } from './functionText'
import { kindRules, shapeOf, type Shape } from './kinds'
import { blobWriters, writes } from './writers'

/** Which database a function is for: the journal takes the whole office's events, a department's database only its own. */
export type RuledDatabase = { readonly kind: 'journal' } | { readonly kind: 'department'; readonly department: DepartmentId } | { readonly kind: 'directory' }

/** The first 64 primes' cube roots, as FIPS 180-4 names them. */
const roundConstants = (): number[] => {
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes.map((prime) => fractionOfCubeRoot(prime))
}

/** The first 32 bits of the fraction of n's cube root, by whole numbers: a double's cube root may be off in the last bit. */
function fractionOfCubeRoot(n: number): number {
  const target = BigInt(n) << 96n
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle * middle * middle <= target) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn) | 0
}

/** The envelope without type and parts, with the counter held to a number that leaves room after it. */
function envelopeShape(): Shape {
  const shape = shapeOf(envelopeSchema)
  return { ...shape, properties: { ...shape.properties, lamport: { type: 'integer', minimum: 1, maximum: lamportLimit } } }
}

const blobShape: Shape = {
  type: 'object',
  properties: { mime: { type: 'string', pattern: '^[a-z0-9.+-]+/[a-z0-9.+-]+$', maxLength: 200 }, size: { type: 'integer', minimum: 1, maximum: blobLimit } },
  required: ['mime', 'size'],
}

/** The whole text of `validate_doc_update` for one database. */
export function validationFunction(at: Topology, database: RuledDatabase): string {
  const department = database.kind === 'department' ? database.department : null
  const people = database.kind === 'department' ? (['department'] as const) : roles.filter((role) => role !== 'department')
  const serverRoles = Object.fromEntries(people.map((role) => [role, role === 'department' ? serverRole(at, { department: department as DepartmentId }) : serverRole(at, role)]))
  const rules = {
    database: database.kind,
    department,
    serverRoles,
    relay: database.kind === 'department' ? journalRelay(at) : departmentRelay(at, '' as DepartmentId),
    probe: probeId,
    ...(database.kind === 'directory' ? { eventLimit } : eventRules()),
  }
  return `function (newDoc, oldDoc, userCtx, secObj) {\n  var RULES = ${JSON.stringify(rules)};\n${functionBody}}`
}

function eventRules() {
  const writers: Record<Role, readonly string[]> = writes
  return { eventLimit, envelope: envelopeShape(), kinds: kindRules, writes: writers, blobWriters, blob: blobShape, sha256: roundConstants() }
}

/** Names one wording of the rules: jobs carry it, so that a changed function is a new job. */
export const rulesHash = (texts: readonly string[]): Sha256 => sha256Hex(texts.join('\n'))
