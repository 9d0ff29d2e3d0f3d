import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { CommandType } from '../../shared/domain/case/command'
import type { CaseId } from '../../shared/domain/journal/ids'

/** What a dialog is opened for; `explanation` presets 3.7 where an action serves both kinds. */
export interface CaseActionRequest {
  readonly caseId: CaseId
  readonly action: CommandType
  readonly explanation?: boolean
}

/**
 * What the feature `case` gives to every screen that shows cases: the pane and the dialogs of its actions. Features do not
 * import each other; the frame puts these in.
 */
export interface CaseSlots {
  readonly Pane: ComponentType<{ caseId: CaseId }>
  /** Opens the action's dialog; it closes itself and says what happened. */
  readonly act: (request: CaseActionRequest) => void
}

const SlotsContext = createContext<CaseSlots | null>(null)

export function CaseSlotsProvider({ slots, children }: { slots: CaseSlots; children: ReactNode }) {
  return <SlotsContext value={slots}>{children}</SlotsContext>
}

function useSlots(): CaseSlots {
  const slots = useContext(SlotsContext)
  if (slots === null) throw new Error('case slots outside CaseSlotsProvider')
  return slots
}

/** The whole case: message, actions, deadlines, history. */
export function CasePane({ caseId }: { caseId: CaseId }) {
  const { Pane } = useSlots()
  return <Pane caseId={caseId} />
}

export const useCaseAct = () => useSlots().act
