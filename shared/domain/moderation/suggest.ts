import type { Range } from './text/plainText'
import { plainText, type PlainText } from './text/plainText'
import { wordsOf, type Word } from './text/words'
import { findObscenity } from './obscenity/findObscenity'
import { legibilityOf } from './legibility/legibility'
import { meantText } from './legibility/layout'
import { findPersonalData } from './personalData/personalData'
import { appealSigns } from './signs/appealSigns'
import { emergencySigns } from './signs/emergencySigns'
import { aroundTheLawSigns, askedBeforeSigns, courtSigns, otherAuthorities } from './signs/explanationSigns'
import { findInsults } from './signs/insults'
import { advertisementSigns, isGreetingOnly } from './signs/substance'
import { findThreats, threatPhrases, type Threat } from './signs/threats'
import { findAll } from './text/plainText'
import type { Confidence, Suggestion } from './suggestion'

/** What besides the text bears on a suggestion. */
export interface MessageFacts {
  /** A photo may say what the text does not. */
  readonly hasAttachments?: boolean
}

/** Characters that are looked through; no network lets a comment be longer. */
const longestRead = 20_000

/**
 * What the operator might want to look at before deciding (3.6–3.9, 1.2), in the original text's own places. Never a decision, and
 * nothing here is stored as one: the same text always gives the same hints.
 */
export function suggestionsFor(whole: string, facts: MessageFacts = {}): Suggestion[] {
  const text = whole.slice(0, longestRead).replace(/[\uD800-\uDBFF]$/, '')
  const plain = plainText(text)
  const words = wordsOf(plain)
  const turned = meantText(text)
  // Fingers slid over the keys make noise in either layout.
  const layout = turned !== undefined && legibilityOf(wordsOf(plainText(turned.meant))).kind === 'noise' ? undefined : turned
  const found: Suggestion[] = []
  if (layout !== undefined) found.push({ kind: 'layout', clause: '3.1', sign: 'wrongLayout', meant: layout.meant, evidence: layout.evidence, confidence: 'likely' })
  found.push(...abuse(plain, words))
  if (layout === undefined) found.push(...unclear(plain, words, text, facts))
  found.push(...toExplain(plain))
  const addresses = findPersonalData(text).filter((datum) => datum.kind === 'address')
  const appeal = appealSigns(plain, addresses)
  if (appeal !== undefined) found.push({ kind: 'appeal', clause: '1.2', ...appeal })
  const emergency = emergencySigns(plain)
  if (emergency !== undefined) found.push({ kind: 'emergency', clause: '3.9', ...emergency })
  return found
}

const surest = (list: readonly { readonly confidence: Confidence }[]): Confidence => (list.some((one) => one.confidence === 'likely') ? 'likely' : 'possible')
const inOrder = (ranges: readonly Range[]): Range[] => [...ranges].sort((a, b) => a.start - b.start)

function abuse(plain: PlainText, words: readonly Word[]): Suggestion[] {
  const found: Suggestion[] = []
  const refusal = { kind: 'refusal', clause: '3.6' } as const
  const phrased: Threat[] = threatPhrases.flatMap(({ pattern, confidence, against }) => findAll(plain, pattern).map((range) => ({ range, confidence, against })))
  const threats = [...findThreats(words), ...phrased]
  for (const against of ['official', 'other'] as const) {
    const those = threats.filter((threat) => threat.against === against)
    if (those.length === 0) continue
    const ground = against === 'official' ? 'threatToOfficial' : 'intentToHarm'
    found.push({ ...refusal, ground, sign: 'threat', evidence: inOrder(those.map((threat) => threat.range)), confidence: surest(those) })
  }
  const coarse = findObscenity(plain, words)
  for (const [strength, sign, confidence] of [['obscene', 'obsceneWord', 'likely'], ['rough', 'roughWord', 'possible']] as const) {
    const those = coarse.filter((one) => one.strength === strength)
    if (those.length > 0) found.push({ ...refusal, ground: 'obscenity', sign, evidence: inOrder(those.map((one) => one.range)), confidence })
  }
  const insults = findInsults(words)
  if (insults.length > 0) {
    found.push({ ...refusal, ground: 'insult', sign: 'insultingWord', evidence: inOrder(insults.map((insult) => insult.range)), confidence: surest(insults) })
  }
  return found
}

function unclear(plain: PlainText, words: readonly Word[], text: string, facts: MessageFacts): Suggestion[] {
  const refusal = { kind: 'refusal', clause: '3.6' } as const
  const lessSure: Confidence = facts.hasAttachments === true ? 'possible' : 'likely'
  const legibility = legibilityOf(words)
  switch (legibility.kind) {
    case 'noLetters':
      return text.trim() === '' && facts.hasAttachments === true ? [] : [{ ...refusal, ground: 'noSubstance', sign: 'noLetters', evidence: [], confidence: lessSure }]
    case 'noise':
      return [{ ...refusal, ground: 'unreadable', sign: 'keyboardNoise', evidence: legibility.evidence, confidence: facts.hasAttachments === true ? 'possible' : legibility.confidence }]
    case 'readable': {
      if (isGreetingOnly(words)) return [{ ...refusal, ground: 'noSubstance', sign: 'greetingOnly', evidence: [], confidence: 'possible' }]
      const contact = findPersonalData(text).some((datum) => datum.kind === 'phone')
      const advertisement = advertisementSigns(plain, contact)
      return advertisement.length === 0 ? [] : [{ ...refusal, ground: 'noSubstance', sign: 'advertisement', evidence: advertisement, confidence: 'possible' }]
    }
  }
}

function toExplain(plain: PlainText): Suggestion[] {
  const explanation = { kind: 'explanation', clause: '3.7' } as const
  const found: Suggestion[] = otherAuthorities(plain).map(({ authority, evidence }) => ({
    ...explanation, ground: 'outOfCompetence', sign: 'otherAuthority', authority, evidence, confidence: 'possible',
  }))
  const court = courtSigns(plain)
  if (court.length > 0) found.push({ ...explanation, ground: 'courtDecision', sign: 'courtDecision', evidence: court, confidence: 'likely' })
  const asked = askedBeforeSigns(plain)
  if (asked.length > 0) found.push({ ...explanation, ground: 'repeatedlyAnswered', sign: 'askedBefore', evidence: asked, confidence: 'possible' })
  const around = aroundTheLawSigns(plain)
  if (around.length > 0) found.push({ ...explanation, ground: 'abuseOfRight', sign: 'aroundTheLaw', evidence: around, confidence: 'possible' })
  return found
}
