import { z } from 'zod'
import { warningSettings } from '../domain/deadlines'

/**
 * What belongs to this computer and user, not to the office: the office's schedule, regulation and calendar are events of the
 * journal and are shared. Every key has a default, so that a file of an older program is completed instead of refused;
 * keys of a newer program are kept as they are.
 */

/** A window's place on the screens, in device-independent pixels. */
export const windowPlace = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>

/** How the program was set up on its first screen; null until the person has chosen. */
export const workspace = z.enum(['alone', 'server', 'training'])

export const notificationKinds = ['deadline', 'newMessage', 'forReview', 'returned', 'declined', 'published', 'publicationFailed', 'refusedByServer', 'connectionLost'] as const

export const notificationSettings = z.object({
  enabled: z.boolean().default(true),
  /** Whether a text may name the author or quote the message: off, because a notification is seen by whoever stands by. */
  personalData: z.boolean().default(false),
  /** Minutes of working time that «позже» puts a warning off by. */
  laterMinutes: z.int().min(1).max(240).default(15),
  off: z.array(z.enum(notificationKinds)).default([]),
  /** When this person chose to be warned; null: as the regulation says. */
  ownWarnings: warningSettings.nullable().default(null),
})

/** What the window may read and change. */
export const userSettings = z.object({
  workspace: workspace.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  startWithSystem: z.boolean().default(false),
  closeToTray: z.boolean().default(true),
  notifications: notificationSettings.default(notificationSettings.parse({})),
})
export type NotificationSettings = z.infer<typeof notificationSettings>
export type UserSettings = z.infer<typeof userSettings>

/** The keys to change, each whole; absent keys stay. Written out, because defaults would fill what was not said. */
export const userSettingsPatch = z.strictObject({
  workspace: workspace.nullable().optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  startWithSystem: z.boolean().optional(),
  closeToTray: z.boolean().optional(),
  notifications: notificationSettings.optional(),
})
export type UserSettingsPatch = z.infer<typeof userSettingsPatch>

/** What older programs wrote as `warnings` into every file, whether or not anybody had chosen it. */
const unaskedWarnings = warningSettings.parse({ half: true, minutes: [30, 10], lastHour: true })

/** A file of an older program: its `warnings` were the person's own only where they differed from what was written unasked. */
function fromOlder(file: unknown): unknown {
  const older = z.looseObject({ notifications: z.looseObject({ warnings: z.unknown(), ownWarnings: z.undefined().optional() }) }).safeParse(file)
  if (!older.success || older.data.notifications.warnings === undefined) return file
  const { warnings, ...kept } = older.data.notifications
  const unasked = JSON.stringify(warningSettings.safeParse(warnings).data) === JSON.stringify(unaskedWarnings)
  return { ...older.data, notifications: { ...kept, ownWarnings: unasked ? null : warnings } }
}

/** The whole file: what the window sees and what only the main process keeps. */
export const settingsFile = z.preprocess(fromOlder, z.looseObject({
  ...userSettings.shape,
  window: windowPlace.default({ width: 1280, height: 800, maximized: false }),
}))
export type SettingsFile = z.infer<typeof settingsFile>

/** The part of the file that the window sees. */
export const visibleSettings = (file: SettingsFile): UserSettings => userSettings.parse(file)
