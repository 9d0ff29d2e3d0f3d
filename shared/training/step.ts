import type { ExplanationGround, RefusalGround } from '../domain/journal/grounds'
import type { DepartmentId } from '../domain/people/roles'
import type { Instant } from '../domain/time/instant'

interface At {
  /** `externalKey` of the message it was done to. */
  readonly message: string
  readonly at: Instant
}

/** One thing that has already been done in the training office, in words that commands can be made of. */
export type TrainingStep =
  | (At & { readonly type: 'forwarded'; readonly to: DepartmentId; readonly purpose: 'answer' | 'explanation'; readonly ground?: ExplanationGround; readonly note?: string })
  /** By the department it is forwarded to. */
  | (At & { readonly type: 'declined'; readonly reason: string })
  | (At & { readonly type: 'answered'; readonly text: string; readonly measures?: string })
  | (At & { readonly type: 'returned'; readonly remarks: string })
  /** The latest answer, as posted by hand. */
  | (At & { readonly type: 'published'; readonly text: string })
  | (At & { readonly type: 'explained'; readonly ground: ExplanationGround; readonly text: string })
  | (At & { readonly type: 'refused'; readonly ground: RefusalGround })
  | (At & { readonly type: 'siteLinked'; readonly siteUrl: string; readonly text: string })
  /** 3.5: the answer again as a notice in the site's section «Информация для населения». */
  | (At & { readonly type: 'noticed'; readonly text: string; readonly link: string })
  | (At & { readonly type: 'emergency'; readonly reason: string })
  | (At & { readonly type: 'appealOffered'; readonly text: string })
  | (At & { readonly type: 'noted'; readonly text: string })
