/**
 * Ends a switch over a closed union: a new member fails to compile here.
 * Reached at run time only by a value that slipped past a parser, which is a bug.
 */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`)
}
