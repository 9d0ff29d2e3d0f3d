import type { Department } from '../people/directory'
import type { DepartmentId } from '../people/roles'
import { isFoundBy } from './match'
import { Stems, tokensOf } from './tokens'

export interface SuggestedDepartment {
  readonly department: DepartmentId
  /** Where the text speaks of the structure's topics. */
  readonly evidence: readonly { readonly start: number; readonly end: number }[]
}

const stems = new Stems()

/** Shorter words of a topic are prepositions: «снег с крыш» is not met in every «с». */
const shortest = 3

/** Every stem that a form of the topic's words may have, with the one that stands for them all. */
const stemsOf = (topic: string) =>
  tokensOf(topic)
    .filter(({ word }) => word.length >= shortest)
    .flatMap(({ word }) => stems.allOf(word).map((stem) => [stem, stems.of(word)] as const))

/**
 * Structures whose topics the text speaks of, the fittest first: a topic that few structures share weighs more. A hint for
 * forwarding (3.1); the operator chooses. Closed structures are left out.
 */
export function suggestedDepartments(text: string, departments: readonly Department[], most = 3): SuggestedDepartment[] {
  const open = departments.filter((department) => department.closed !== true)
  const topicsOf = open.map((department) => new Map(department.topics.flatMap(stemsOf)))
  const words = tokensOf(text).map((token) => ({ ...token, stem: stems.of(token.word) }))
  const sharing = (topic: string) => topicsOf.filter((other) => [...other.values()].includes(topic)).length
  return open
    .map((department, index) => {
      const topics = topicsOf[index] ?? new Map<string, string>()
      const met = words.filter((word) => topics.has(word.stem))
      const weight = [...new Set(met.map((word) => topics.get(word.stem) ?? word.stem))].reduce((sum, topic) => sum + 1 / Math.max(1, sharing(topic)), 0)
      return { department: department.id, weight, evidence: met.map(({ start, end }) => ({ start, end })) }
    })
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
    .slice(0, most)
    .map(({ department, evidence }) => ({ department, evidence }))
}

/** Whether the structure is the one typed for: by its names, or by a topic in a citizen's words, «дороги» for «дорога». */
export const isDepartmentFoundBy = (query: string, { name, shortName, topics }: Department): boolean => isFoundBy(query, [name, shortName ?? '', ...topics].join(' · '))
