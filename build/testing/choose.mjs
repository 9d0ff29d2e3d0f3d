import { SetupFailure } from '../setup/say.mjs'

/**
 * What `npm test -- …` asks for.
 * @template {{ name: string }} Step
 * @param {readonly string[]} args
 * @param {readonly Step[]} steps all there are, in order
 * @returns {{ steps: readonly Step[], filters: readonly string[] }}
 */
export function choose(args, steps) {
  const usage = `npm test [-- [--only STEP[,STEP]] [FILTER…]]   steps: ${steps.map(({ name }) => name).join(', ')}; FILTER: part of a test file's path`
  const only = args.indexOf('--only')
  const names = only === -1 ? null : (args[only + 1] ?? '').split(',')
  const filters = args.filter((_, at) => only === -1 || (at !== only && at !== only + 1))
  const unknown = (names ?? []).filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0 || filters.some((filter) => filter.startsWith('-'))) throw new SetupFailure(`not understood: ${args.join(' ')}`, usage)
  return { filters, steps: names === null ? steps : steps.filter(({ name }) => names.includes(name)) }
}
