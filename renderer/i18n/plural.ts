const rules = new Intl.PluralRules('ru-RU')

/** The three forms a Russian noun takes after a whole number: «1 сообщение», «2 сообщения», «5 сообщений». */
export type Forms = readonly [one: string, few: string, many: string]

/** The noun alone, in the form that the number asks for. */
export function nounFor(count: number, [one, few, many]: Forms): string {
  switch (rules.select(Math.abs(count))) {
    case 'one':
      return one
    case 'few':
      return few
    default:
      return many
  }
}

/** The number and the noun with a space that does not break. */
export const counted = (count: number, forms: Forms): string => `${new Intl.NumberFormat('ru-RU').format(count)}\u00A0${nounFor(count, forms)}`
