import { common } from './ru/common'
import { deadlines } from './ru/deadlines'
import { diff } from './ru/diff'
import { kinds } from './ru/kinds'
import { message } from './ru/message'
import { shell } from './ru/shell'

/** Words that more than one screen uses. A screen's own words are in its file in `ru/`, imported by that screen alone. */
export const ru = { common, deadlines, diff, kinds, message, shell } as const
