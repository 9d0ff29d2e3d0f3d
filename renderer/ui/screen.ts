import type { SvgIconComponent } from '@mui/icons-material'
import type { ComponentType } from 'react'
import type { Role } from '../../shared/domain/people/roles'
import type { ScreenId } from './navigation'

/** What a feature gives to the frame: its place in the navigation, who sees it, and the screen itself, loaded when opened. */
export interface ScreenDefinition {
  readonly id: ScreenId
  readonly title: string
  readonly icon: SvgIconComponent
  readonly roles: readonly Role[]
  readonly load: () => Promise<{ default: ComponentType }>
}
