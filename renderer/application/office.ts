import { z } from 'zod'
import { ownPageSchema, type OwnPage } from '../../shared/connectors/ownPages'
import { calendarRevisionSchema, productionCalendarSchema, RU_CALENDAR, type CalendarRevision, type ProductionCalendar } from '../../shared/domain/calendar'
import { ORDER_685, regulationSchema, SCHEDULE_PRESETS, scheduleSchema, type Regulation, type Schedule } from '../../shared/domain/deadlines'
import { explanationGrounds, type ExplanationGround } from '../../shared/domain/journal/grounds'
import { directorySchema, type Directory } from '../../shared/domain/people/directory'
import { DEFAULT_OFFICE_ZONE, officeZoneSchema, type OfficeZone } from '../../shared/domain/time'

const text = (max: number) => z.string().max(max)
const templates = z.object(Object.fromEntries(explanationGrounds.map((ground) => [ground, text(20_000)])) as Record<ExplanationGround, z.ZodString>)

/**
 * The office's own documents: who, when and by which order. Dated data, edited in settings, synced by `directory`.
 * Each member is stored on its own: one that cannot be read falls back to its default and is put aside, the rest stand.
 */
export const officeSchemas = {
  name: text(500),
  /** IANA zone of the office, e.g. Asia/Krasnoyarsk. */
  zone: officeZoneSchema,
  directory: directorySchema,
  /** The order's rules with their dates of validity. */
  regulations: z.array(regulationSchema).min(1).max(100),
  /** The administration's schedules (`department: null`) and the departments' own. */
  schedules: z.array(scheduleSchema).min(1).max(1000),
  /** Who corrected the calendar, when and why, with what stood before. Stored ahead of it: see `standingRevisions`. */
  calendarRevisions: z.array(calendarRevisionSchema).max(1000),
  calendar: productionCalendarSchema,
  /** 3.7: the office's own wording of each ground's mandatory part; empty = the order's. */
  explanationTemplates: templates,
  /** The rules of the pages that refusals (3.6) refer to. */
  pageRules: text(100_000),
  /** 2.2: the official pages and the accounts that answer from them. */
  ownPages: z.array(ownPageSchema).max(200),
  /** 3.8: where official appeals are handed over by mail. */
  appealEmail: text(320),
  /** 3.5: the address of the site's section for notices and answers. */
  siteSection: text(4000),
} as const satisfies { readonly [K in keyof OfficeDocuments]: z.ZodType<OfficeDocuments[K]> }

export interface OfficeDocuments {
  readonly name: string
  readonly zone: OfficeZone
  readonly directory: Directory
  readonly regulations: readonly Regulation[]
  readonly schedules: readonly Schedule[]
  readonly calendarRevisions: readonly CalendarRevision[]
  readonly calendar: ProductionCalendar
  readonly explanationTemplates: Readonly<Record<ExplanationGround, string>>
  readonly pageRules: string
  readonly ownPages: readonly OwnPage[]
  readonly appealEmail: string
  readonly siteSection: string
}
export type OfficeDocumentName = keyof OfficeDocuments
export const officeDocumentNames = Object.keys(officeSchemas) as OfficeDocumentName[]

/** What an office has before anybody has set anything. */
export const defaultOffice: OfficeDocuments = {
  name: '',
  zone: DEFAULT_OFFICE_ZONE,
  directory: { departments: [], people: [] },
  regulations: [ORDER_685],
  schedules: [SCHEDULE_PRESETS['40']],
  calendarRevisions: [],
  calendar: RU_CALENDAR,
  explanationTemplates: { outOfCompetence: '', abuseOfRight: '', courtDecision: '', repeatedlyAnswered: '' },
  pageRules: '',
  ownPages: [],
  appealEmail: '',
  siteSection: '',
}
