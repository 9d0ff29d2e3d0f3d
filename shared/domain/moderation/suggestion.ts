import type { ExplanationGround, RefusalGround } from '../journal/grounds'
import type { Range } from './text/plainText'

/** `likely`: seldom wrong; `possible`: worth a look. Never a decision. */
export type Confidence = 'likely' | 'possible'

/** What was seen in the text; the screen has a sentence for each. */
export const signs = [
  'obsceneWord', 'roughWord', 'insultingWord', 'threat', 'noLetters', 'keyboardNoise', 'greetingOnly', 'advertisement',
  'courtDecision', 'askedBefore', 'otherAuthority', 'aroundTheLaw', 'appealWording', 'requisites', 'accident', 'danger', 'wrongLayout',
] as const
export type Sign = (typeof signs)[number]

interface Seen {
  readonly sign: Sign
  /** In the original text, in order; empty when it is the text as a whole. */
  readonly evidence: readonly Range[]
  readonly confidence: Confidence
}

/** A hint to the operator. The clause is the one he would act by. */
export type Suggestion =
  | (Seen & { readonly kind: 'refusal'; readonly clause: '3.6'; readonly ground: RefusalGround })
  | (Seen & {
      readonly kind: 'explanation'
      readonly clause: '3.7'
      readonly ground: ExplanationGround
      /** With `outOfCompetence`: who is competent, as the explanation must say. */
      readonly authority?: string
    })
  | (Seen & { readonly kind: 'appeal'; readonly clause: '1.2' })
  | (Seen & { readonly kind: 'emergency'; readonly clause: '3.9' })
  /** Not a ground for anything: the text as it was probably meant. */
  | (Seen & { readonly kind: 'layout'; readonly clause: '3.1'; readonly meant: string })
