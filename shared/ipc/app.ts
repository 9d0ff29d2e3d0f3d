import { z } from 'zod'
import { caseIdSchema } from '../domain/journal/ids'

/** What "About" shows, and what the window must know of its surroundings. */
export const appInfo = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  platform: z.string(),
  arch: z.string(),
  packaged: z.boolean(),
  /** Set when the program runs on a third party's repack of Electron: development and tests only. */
  thirdPartyRuntime: z.object({ package: z.string(), version: z.string() }).nullable(),
  /** The name given by `--profile`, null for the ordinary one. */
  profile: z.string().nullable(),
  dataFolder: z.string(),
  /** ms to add to the machine's clock: other than 0 only where a test, in an unpackaged program, has set the hour. */
  clockOffset: z.int(),
  /** Stands before every name on the server: not empty only where a test, in an unpackaged program, shares a server with others. */
  serverPrefix: z.string(),
  /** Whether closing the window leaves the program in a tray; where there is none it is minimised. */
  tray: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfo>

export const logLine = z.strictObject({
  level: z.enum(['info', 'warning', 'error']),
  /** What happened, as a code of the program: `journal.repaired`. Free text could carry personal data and is not taken. */
  event: z.string().regex(/^[a-z][\w.]{0,80}$/i),
  numbers: z.record(z.string().regex(/^[a-z]\w{0,40}$/i), z.number()).optional(),
  /** Of an error: its class name and its stack, from which only the places in the code are written. */
  error: z.strictObject({ name: z.string().max(80), stack: z.string().max(20_000) }).optional(),
})
export type LogLine = z.infer<typeof logLine>

/** So many cases one «позже» puts off. */
export const casesAtMost = 500

export const notification = z.strictObject({
  title: z.string().min(1).max(120),
  body: z.string().max(400),
  /** The case that a click opens; null only brings the window forward. */
  caseId: caseIdSchema.nullable(),
  /** One notification of a tag is seen at a time: a later one takes its place. */
  tag: z.string().min(1).max(120),
  urgent: z.boolean(),
  /** The cases that «позже» puts off. */
  about: z.array(caseIdSchema).max(casesAtMost).default([]),
  /** What the button «позже» says; null where there is nothing to put off. Systems without buttons show none. */
  later: z.string().min(1).max(60).nullable().default(null),
})
export type NotificationRequest = z.infer<typeof notification>

export const trayState = z.strictObject({
  mood: z.enum(['quiet', 'dueSoon', 'overdue', 'offline']),
  dueSoon: z.int().min(0),
  overdue: z.int().min(0),
  /** Events and publications that no server has yet; asked about before quitting. */
  unsent: z.int().min(0),
  /** When the nearest deadline is, in words for a tooltip; null when no clock is running. */
  nearest: z.string().max(120).nullable(),
  urgent: z.array(z.strictObject({ caseId: caseIdSchema, label: z.string().min(1).max(120) })).max(5),
})
export type TrayState = z.infer<typeof trayState>
