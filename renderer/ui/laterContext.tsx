import { createContext, useContext } from 'react'
import type { CaseId } from '../../shared/domain/journal/ids'

/** «Позже»: what was told of these cases is told once more; false where nothing has been told of them. */
export type PutOff = (about: readonly CaseId[]) => Promise<boolean>

const Later = createContext<PutOff | null>(null)

export function LaterProvider({ putOff, children }: { putOff: PutOff; children: React.ReactNode }) {
  return <Later.Provider value={putOff}>{children}</Later.Provider>
}

/** Null where nothing watches: then nothing is offered. */
export const usePutOff = (): PutOff | null => useContext(Later)
