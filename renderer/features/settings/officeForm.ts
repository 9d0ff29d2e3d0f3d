import { z } from 'zod'
import { cleanUrl } from '../../../shared/connectors/cleanText'
import { ownPageLine, readOwnPage } from '../../../shared/connectors/ownPages'
import { officeZoneSchema, type OfficeZone } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { OfficeDocuments } from '../../application/office'

export const officeFields = { name: z.string(), zone: officeZoneSchema as z.ZodType<OfficeZone>, siteSection: z.string(), appealEmail: z.string(), pageRules: z.string(), ownPages: z.string() }
export interface OfficeForm {
  readonly name: string
  readonly zone: OfficeZone
  readonly siteSection: string
  readonly appealEmail: string
  readonly pageRules: string
  /** A page to a line: its address, then its name if there is one. */
  readonly ownPages: string
}
export type OfficeFormErrors = { readonly name?: 'name'; readonly appealEmail?: 'email'; readonly siteSection?: 'site'; readonly ownPages?: 'page' }

export const officeFormOf = ({ name, zone, siteSection, appealEmail, pageRules, ownPages }: OfficeDocuments): OfficeForm => ({ name, zone, siteSection, appealEmail, pageRules, ownPages: ownPages.map(ownPageLine).join('\n') })

const linesOf = (typed: string): readonly string[] => typed.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** What a checked form says in the fields `changed`, as documents: the others are not this form's to save. */
export function officeDocumentsOf({ ownPages, ...form }: OfficeForm, changed: readonly (keyof OfficeForm)[]): Partial<OfficeDocuments> {
  const documents = { ...form, ownPages: linesOf(ownPages).flatMap((line) => readOwnPage(line) ?? []) }
  return Object.fromEntries(changed.map((name) => [name, documents[name]]))
}

/** Empty addresses are allowed: an office may have neither. */
export function checkOffice(form: OfficeForm): Result<OfficeForm, OfficeFormErrors> {
  const tidy: OfficeForm = { ...form, name: form.name.replace(/\s+/g, ' ').trim(), siteSection: form.siteSection.trim(), appealEmail: form.appealEmail.trim(), ownPages: linesOf(form.ownPages).join('\n') }
  const errors: OfficeFormErrors = {
    ...(tidy.name === '' ? { name: 'name' as const } : {}),
    ...(tidy.appealEmail === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(tidy.appealEmail) ? {} : { appealEmail: 'email' as const }),
    ...(tidy.siteSection === '' || cleanUrl(tidy.siteSection) !== undefined ? {} : { siteSection: 'site' as const }),
    ...(linesOf(tidy.ownPages).every((line) => readOwnPage(line) !== undefined) ? {} : { ownPages: 'page' as const }),
  }
  return Object.keys(errors).length === 0 ? ok(tidy) : err(errors)
}
