import { z } from 'zod'
import { cleanUrl } from '../../../shared/connectors/cleanText'
import { officeZoneSchema, type OfficeZone } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { OfficeDocuments } from '../../application/office'

export const officeFields = { name: z.string(), zone: officeZoneSchema as z.ZodType<OfficeZone>, siteSection: z.string(), appealEmail: z.string(), pageRules: z.string() }
export interface OfficeForm {
  readonly name: string
  readonly zone: OfficeZone
  readonly siteSection: string
  readonly appealEmail: string
  readonly pageRules: string
}
export type OfficeFormErrors = { readonly name?: 'name'; readonly appealEmail?: 'email'; readonly siteSection?: 'site' }

export const officeFormOf = ({ name, zone, siteSection, appealEmail, pageRules }: OfficeDocuments): OfficeForm => ({ name, zone, siteSection, appealEmail, pageRules })

/** Empty addresses are allowed: an office may have neither. */
export function checkOffice(form: OfficeForm): Result<OfficeForm, OfficeFormErrors> {
  const tidy: OfficeForm = { ...form, name: form.name.replace(/\s+/g, ' ').trim(), siteSection: form.siteSection.trim(), appealEmail: form.appealEmail.trim() }
  const errors: OfficeFormErrors = {
    ...(tidy.name === '' ? { name: 'name' as const } : {}),
    ...(tidy.appealEmail === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(tidy.appealEmail) ? {} : { appealEmail: 'email' as const }),
    ...(tidy.siteSection === '' || cleanUrl(tidy.siteSection) !== undefined ? {} : { siteSection: 'site' as const }),
  }
  return Object.keys(errors).length === 0 ? ok(tidy) : err(errors)
}

export const sameOffice = (a: OfficeForm, b: OfficeForm): boolean => (Object.keys(officeFields) as (keyof OfficeForm)[]).every((field) => a[field] === b[field])
