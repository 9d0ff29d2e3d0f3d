import { z } from 'zod'
import { cleanLine, cleanText, cleanUrl } from '../../../shared/connectors/cleanText'
import type { FetchedMessage } from '../../../shared/connectors/connector'
import { externalIdWithoutId } from '../../../shared/connectors/identity'
import { maxTextLength } from '../../../shared/connectors/intake'
import { type MessageLink, readLink } from '../../../shared/connectors/link'
import { fileRefSchema, networks, visibilities } from '../../../shared/domain/journal/message'
import type { Instant, OfficeZone } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import { readTypedInstant, type TypedInstantError } from '../../format/typedInstant'

/** What the operator has typed so far, kept as a draft; each field is read back by itself (useDraftForm). */
export const pasteFormFields = {
  network: z.enum([...networks, '']),
  visibility: z.enum([...visibilities, '']),
  text: z.string(),
  author: z.string(),
  link: z.string(),
  /** As typed: «вчера в 18:40» stays until the field is left. */
  placedAt: z.string(),
  attachments: z.array(fileRefSchema),
}
export type PasteForm = z.infer<z.ZodObject<typeof pasteFormFields>>

export const emptyPasteForm: PasteForm = { network: '', visibility: '', text: '', author: '', link: '', placedAt: '', attachments: [] }

/** The next message of the same page: where it stands is kept, what it says is not. */
export const nextPasteForm = (form: PasteForm): PasteForm => ({ ...emptyPasteForm, network: form.network, visibility: form.visibility })

export const formIsTouched = (form: PasteForm): boolean =>
  form.text !== '' || form.author !== '' || form.link !== '' || form.placedAt !== '' || form.attachments.length > 0

export type PasteFormError = 'networkMissing' | 'visibilityMissing' | 'textMissing' | 'textTooLong' | 'linkUnreadable' | 'linkOfAnotherNetwork'
export type PasteFormErrors = Partial<Record<'network' | 'visibility' | 'text' | 'link', PasteFormError>> & { placedAt?: TypedInstantError }

/** Addresses are copied without their scheme too. */
export const fullLink = (typed: string): string | undefined => {
  const link = typed.trim()
  return link === '' ? undefined : cleanUrl(/^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`)
}

/** What a recognised address says goes into the fields, over what was chosen: the address is the surer witness. What it does not say stays. */
export function withLink(form: PasteForm, typed: string): PasteForm {
  const said = readLink(typed)
  if (said === undefined) return { ...form, link: typed }
  return { ...form, link: typed, network: said.network, visibility: said.visibility ?? form.visibility }
}

export const linkSays = (form: PasteForm): MessageLink | undefined => readLink(form.link)

/** The message as every workstation would record it, or what is still wrong, field by field. */
export function checkPasteForm(form: PasteForm, zone: OfficeZone, now: Instant): Result<FetchedMessage, PasteFormErrors> {
  const errors: PasteFormErrors = {}
  const placed = readTypedInstant(form.placedAt, zone, now)
  const link = fullLink(form.link)
  const said = linkSays(form)
  if (form.network === '') errors.network = 'networkMissing'
  if (form.visibility === '') errors.visibility = 'visibilityMissing'
  // A photo without a word is a message too; nothing at all is not.
  if (form.text.trim() === '' && form.attachments.length === 0) errors.text = 'textMissing'
  else if (form.text.length > maxTextLength) errors.text = 'textTooLong'
  if (form.link.trim() !== '' && link === undefined) errors.link = 'linkUnreadable'
  else if (said !== undefined && form.network !== '' && said.network !== form.network) errors.link = 'linkOfAnotherNetwork'
  if (!placed.ok) errors.placedAt = placed.error
  if (Object.keys(errors).length > 0 || !placed.ok || form.network === '' || form.visibility === '') return err(errors)

  const { text, flags } = cleanText(form.text)
  const author = cleanLine(form.author)
  const message = {
    network: form.network,
    visibility: form.visibility,
    text,
    author: author === '' ? {} : { name: author },
    ...(link === undefined ? {} : { link }),
    placedAt: placed.value.at,
    attachments: form.attachments,
    flags,
  }
  return ok({ type: 'message', externalId: externalIdWithoutId(message), ...message })
}
