import { z } from 'zod'
import type { Result } from '../lib/result'
import { caseIdSchema } from '../domain/journal/ids'
import { userSettings, userSettingsPatch } from '../settings/settings'
import { fileOutcomes } from '../server/fileOutcome'
import { linkFailures } from '../server/link'
import { appInfo, casesAtMost, logLine, notification, trayState } from './app'
import type { commonReasons } from './define'
import { bytes, call, nothing } from './define'
import { attachmentLimit, fileFilters, fileName, openRequest, openedFile, saveRequest, sha256, storedAttachment } from './files'
import { fileFetching, fileSending, serverAnswer, serverOpening, serverQuestion } from './server'

/**
 * The only list of what the window may ask of the main process. A new call is one entry here and one handler in electron/:
 * the preload, the types of both sides and the checks follow from it.
 */
export const calls = {
  'app.info': call({ argument: nothing, value: appInfo }),
  /** Said by the page's bridge when someone listens for cases to open; answers with the case that the program was started for. */
  'app.ready': call({ argument: nothing, value: z.object({ caseId: caseIdSchema.nullable() }) }),
  /** Whether somebody has touched this computer within five minutes and it is not locked; also where the system does not tell. */
  'app.attended': call({ argument: nothing, value: z.boolean() }),
  /** Ends the program after asking when something is unsent; `stayed` is the person's no. */
  'app.quit': call({ argument: z.strictObject({ unsent: z.int().min(0) }), value: nothing, reasons: ['stayed'] }),

  'settings.get': call({
    argument: nothing,
    /** `putAside` is where a settings file that could not be read has been kept; the same all the run. */
    value: z.object({ settings: userSettings, putAside: z.string().nullable() }),
  }),
  'settings.set': call({ argument: userSettingsPatch, value: userSettings, reasons: ['cannotWrite'] }),

  /** Opens a web or mail address in the system's program. */
  'external.open': call({ argument: z.strictObject({ address: z.string().max(4000) }), value: nothing, reasons: ['notAllowed', 'noProgram'] }),
  'clipboard.write': call({ argument: z.strictObject({ text: z.string().max(1_000_000), html: z.string().max(2_000_000).optional() }), value: nothing }),

  /** Asks where, and writes the whole file or nothing. */
  'files.save': call({ argument: saveRequest, value: z.object({ path: z.string() }), reasons: ['cancelled', 'cannotWrite'] }),
  'files.open': call({ argument: openRequest, value: z.array(openedFile).min(1), reasons: ['cancelled', 'tooLarge', 'cannotRead'] }),
  'files.chooseFolder': call({ argument: z.strictObject({ title: z.string().max(120).optional() }), value: z.object({ path: z.string() }), reasons: ['cancelled'] }),

  'attachments.put': call({
    argument: z.strictObject({ name: fileName, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
    value: storedAttachment,
    reasons: ['tooLarge', 'empty', 'cannotWrite'],
  }),
  'attachments.read': call({ argument: z.strictObject({ sha256 }), value: bytes(attachmentLimit), reasons: ['absent', 'damaged', 'cannotRead'] }),
  /** Saves a copy under a name that people read, where the person says. */
  'attachments.saveAs': call({
    argument: z.strictObject({ sha256, suggestedName: fileName, filters: fileFilters }),
    value: z.object({ path: z.string() }),
    reasons: ['absent', 'damaged', 'cancelled', 'cannotRead', 'cannotWrite'],
  }),
  /** Shows the stored file in the system's file manager. */
  'attachments.reveal': call({ argument: z.strictObject({ sha256 }), value: nothing, reasons: ['absent'] }),
  /** Removes the bytes for good: the erasure of personal data (clause 1.4) asks for it. */
  'attachments.erase': call({ argument: z.strictObject({ sha256 }), value: nothing, reasons: ['cannotWrite'] }),
  /** Removes every attached file of the profile, whether or not anything names it. */
  'attachments.eraseAll': call({ argument: nothing, value: nothing, reasons: ['cannotWrite'] }),

  'notifications.show': call({ argument: notification, value: nothing, reasons: ['unsupported'] }),
  'tray.show': call({ argument: trayState, value: nothing }),
  'log.write': call({ argument: logLine, value: nothing }),

  /** Secrets go in and never come out: the main process alone uses them. */
  'secrets.available': call({ argument: nothing, value: z.boolean() }),
  'secrets.set': call({
    argument: z.strictObject({ name: z.string().regex(/^[\w:.-]{1,100}$/), value: z.string().min(1).max(10_000) }),
    value: nothing,
    reasons: ['unavailable', 'cannotWrite'],
  }),
  'secrets.has': call({ argument: z.strictObject({ name: z.string().max(100) }), value: z.boolean() }),
  /** Whom the requests below go to, and as whom; one server at a time. `remembered`: the password is kept in the system's keyring. */
  'server.open': call({ argument: serverOpening, value: z.object({ remembered: z.boolean() }), reasons: ['malformed', 'credentials', 'insecure', 'noPassword'] }),
  /** Ends every request; `forget` also removes the remembered password. */
  'server.close': call({ argument: z.strictObject({ forget: z.boolean() }), value: nothing, reasons: ['cannotWrite'] }),
  'server.request': call({ argument: serverQuestion, value: serverAnswer, reasons: [...linkFailures, 'notOpen'] }),
  /** Calls a request off; it answers `cut`. */
  'server.cancel': call({ argument: z.strictObject({ id: z.string().max(60) }), value: nothing }),
  'server.sendFile': call({ argument: fileSending, value: z.enum(fileOutcomes), reasons: ['notOpen'] }),
  'server.fetchFile': call({ argument: fileFetching, value: z.enum(fileOutcomes), reasons: ['notOpen'] }),

  'secrets.delete': call({ argument: z.strictObject({ name: z.string().max(100) }), value: nothing, reasons: ['cannotWrite'] }),
} as const

/** The only list of what the main process tells the window unasked. */
export const pushes = {
  /** From a notification, the tray's menu or a link `otklik://case/<id>`. */
  'case.open': z.object({ caseId: caseIdSchema }),
  'settings.changed': userSettings,
  /** «Позже» on a notification or in the tray's menu: these cases are to be told of once more. */
  'attention.later': z.object({ about: z.array(caseIdSchema).max(casesAtMost) }),
  /** The computer woke up: what was due meanwhile has to be looked at now. */
  'power.resumed': z.object({}),
} as const

export type CallName = keyof typeof calls
/** As the window says it, and as the handler gets it after parsing. */
export type Argument<N extends CallName> = z.input<(typeof calls)[N]['argument']>
export type ParsedArgument<N extends CallName> = z.output<(typeof calls)[N]['argument']>
export type Value<N extends CallName> = z.infer<(typeof calls)[N]['value']>
export type Reason<N extends CallName> = (typeof calls)[N]['reasons'][number] | (typeof commonReasons)[number]

/** Why a call was not carried out: a reason to branch on, a sentence in Russian to show. */
export interface Refusal<R extends string = string> {
  readonly reason: R
  readonly message: string
}
export type Answer<N extends CallName> = Result<Value<N>, Refusal<Reason<N>>>

export type PushName = keyof typeof pushes
export type Push<N extends PushName> = z.infer<(typeof pushes)[N]>

/** What the preload puts on the page; `renderer/bridge.ts` gives it its types back. */
export interface RawBridge {
  readonly call: (name: string, argument: unknown) => Promise<unknown>
  readonly listen: (name: string, listener: (payload: unknown) => void) => () => void
}

export const bridgeName = 'otklik'
export const callChannel = (name: CallName): string => `call:${name}`
export const pushChannel = (name: PushName): string => `push:${name}`
export const callNames = Object.keys(calls) as CallName[]
export const pushNames = Object.keys(pushes) as PushName[]
