import { common } from './ru/common'
import { kinds } from './ru/kinds'
import { shell } from './ru/shell'

/** Every word of the interface. One file a screen in `ru/`; a screen's own file is imported by that screen alone. */
export const ru = { common, kinds, shell } as const
