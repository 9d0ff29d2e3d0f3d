import { z } from 'zod'
import { sha256Schema } from '../domain/journal/ids'
import { departmentIdSchema, personIdSchema, roleSchema } from '../domain/people/roles'

/** Where the server is and who signs in. The password goes in and never comes out. */
export const serverOpening = z.strictObject({
  address: z.string().min(1).max(2000),
  user: z.string().min(1).max(100),
  /** Absent = the one that was remembered for this address and user. */
  password: z.string().min(1).max(1000).optional(),
  /** Whether a given password is kept in the system's keyring; an administrator's never is. */
  remember: z.boolean(),
  /** PEM of the office's certificate authority. */
  ca: z.string().max(200_000).optional(),
  /** Plain HTTP beyond this computer: the user was told that the password crosses the network openly. */
  insistHttp: z.boolean(),
})
export type ServerOpening = z.input<typeof serverOpening>

export const serverQuestion = z.strictObject({
  /** Names the question, so that it can be called off. */
  id: z.string().min(1).max(60),
  method: z.enum(['GET', 'PUT', 'POST', 'DELETE']),
  path: z.string().regex(/^\/[^\s]*$/).max(8000),
  /** JSON. */
  body: z.string().optional(),
  /** ms */
  deadline: z.int().min(1).max(600_000).optional(),
})

/** `bytes`: JSON in UTF-8 as it came, empty where there is none. */
export const serverAnswer = z.object({ status: z.int(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array), date: z.number().nullable() })

const database = z.string().min(1).max(200)
export const fileSending = z.strictObject({
  database,
  sha256: sha256Schema,
  author: personIdSchema,
  role: roleSchema,
  department: departmentIdSchema.optional(),
  mime: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/).max(200),
})
export const fileFetching = z.strictObject({ database, sha256: sha256Schema })
