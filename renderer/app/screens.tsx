import type { Role } from '../../shared/domain/people/roles'
import { archiveScreen } from '../features/archive'
import { calendarScreen } from '../features/calendar'
import { departmentScreen } from '../features/department'
import { directoryScreen } from '../features/directory'
import { inboxScreen } from '../features/inbox'
import { intakeScreen } from '../features/intake'
import { reviewScreen } from '../features/review'
import { serverScreen } from '../features/server'
import { serverAdminScreen } from '../features/server-admin'
import { settingsScreen } from '../features/settings'
import type { ScreenDefinition } from '../ui/screen'

/**
 * Every screen of the frame in the order of the navigation. A feature joins by exporting a ScreenDefinition from its
 * `index.ts` (the screen itself behind `load`, so that it is read when first opened) and a line here.
 */
export const screens: readonly ScreenDefinition[] = [inboxScreen, reviewScreen, departmentScreen, intakeScreen, archiveScreen, directoryScreen, calendarScreen, serverAdminScreen, settingsScreen, serverScreen]

/** What the navigation shows to one who acts in this role; the first is where he lands. */
export const screensFor = (role: Role): readonly ScreenDefinition[] => screens.filter((screen) => screen.roles.includes(role))
