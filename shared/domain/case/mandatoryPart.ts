import { assertNever } from '../../lib/assertNever'
import type { ExplanationGround } from '../journal/grounds'
import type { Directory } from '../people/directory'

/** What an explanation by 3.7 seems to lack. `blankToFill`: a template's brace is left over. */
export type MissingPart = 'official' | 'structure' | 'abuseInadmissible' | 'appealProcedure' | 'earlierAnswers' | 'blankToFill'

// Beginnings of words in any case and number; a word's beginning is whatever no Cyrillic letter precedes.
const word = (roots: string) => new RegExp(`(?<![а-яё])(?:${roots})`, 'i')
const officialWords = word('начальник|руководител|министр|глав(?:а|е|ы|у|ой|ный|ному|ного|ным|врач)(?![а-яё]*район)|директор|заведующ|председател|специалист|инспектор|прокурор|губернатор|уполномоченн|пристав|судь|комиссар|заместител')
const structureWords = word('министерств|управлени|департамент|комитет|служб|инспекци|агентств|прокуратур|фонд|полици|отдел|учреждени|предприяти|администраци|больниц|школ|суд(?:а|у|ом|е)?(?![а-яё])|росреестр|роспотребнадзор|минздрав|мвд|мчс|гибдд|мфц|снт|тсж|управляющ')
const ownCompetence = /не\s+относ[а-яё]+\s+к\s+компетенции[^.!?]*[.!?]?/giu

/**
 * 3.7 par. 2 and 3 as a warning: by words, for a program cannot judge meaning. A person who sees the warning may publish all the
 * same. Empty when nothing seems to be missing.
 */
export function missingMandatoryPart(ground: ExplanationGround, text: string, directory: Directory): readonly MissingPart[] {
  return [...missingOf(ground, text, directory), ...(/\{[^}]*\}/.test(text) ? (['blankToFill'] as const) : [])]
}

function missingOf(ground: ExplanationGround, text: string, directory: Directory): readonly MissingPart[] {
  switch (ground) {
    case 'outOfCompetence': {
      // «не относится к компетенции администрации» names whom it does not concern, and a blank names nobody.
      const named = text.replace(ownCompetence, ' ').replace(/\{[^}]*\}/g, ' ')
      const missing: MissingPart[] = []
      if (!officialWords.test(named) && !directory.people.some((person) => mentions(named, surnameOf(person.name)))) missing.push('official')
      if (!structureWords.test(named) && !directory.departments.some(({ name, shortName }) => mentions(named, name) || mentions(named, shortName ?? ''))) {
        missing.push('structure')
      }
      return missing
    }
    case 'abuseOfRight':
      return word('злоупотреб').test(text) && /недопустим|не\s+допуска|запрещ|нельзя/i.test(text) ? [] : ['abuseInadmissible']
    case 'courtDecision':
      return word('обжал|апелляц|кассац|надзорн').test(text) && /поряд|срок|подаётся|подается|подать|подаются|вышестоящ|инстанци/i.test(text)
        ? []
        : ['appealProcedure']
    case 'repeatedlyAnswered':
      return word('неоднократн|ранее|повторн|уже|прежн|предыдущ').test(text) && word('ответ|отвеч|рассм|разъясн').test(text) ? [] : ['earlierAnswers']
    default:
      return assertNever(ground, 'ground')
  }
}

const plain = (text: string) => text.toLowerCase().replace(/ё/g, 'е')

/** The name as written, or with its last letters declined. */
function mentions(text: string, name: string): boolean {
  const sought = plain(name).trim()
  if (sought.length < 3) return false
  return plain(text).includes(sought.length > 5 ? sought.slice(0, -2) : sought)
}

const surnameOf = (name: string) => name.trim().split(/\s+/)[0] ?? ''
