import { linkFailures } from './link'

/**
 * What became of a file on its way. `there`: the other side had it · `absent`, `damaged`: not to be had on the side it comes from ·
 * `forbidden`: by the server's rules · `lockout`: this person is shut out for five minutes · `server`: it fails · `disk`: this computer could not write it · or why no answer
 * came.
 */
export const fileOutcomes = ['done', 'there', 'absent', 'damaged', 'forbidden', 'tooLarge', 'password', 'lockout', 'server', 'disk', ...linkFailures] as const
export type FileOutcome = (typeof fileOutcomes)[number]
