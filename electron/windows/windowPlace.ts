import type { WindowPlace } from '../../shared/settings/settings'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much of the window's top edge must be on a screen for a person to be able to drag it, px. */
const grip = 100

/** Where to open the window: as remembered, unless that place is on no screen any more (a monitor was taken away). */
export function placeOn(screens: readonly Rectangle[], remembered: WindowPlace): WindowPlace {
  const { x, y, width, height, maximized } = remembered
  const largest = screens.reduce<Rectangle | null>((found, screen) => (found === null || screen.width * screen.height > found.width * found.height ? screen : found), null)
  const size = { width: Math.min(width, largest?.width ?? width), height: Math.min(height, largest?.height ?? height), maximized }
  if (x === undefined || y === undefined) return size
  const reachable = screens.some(
    (screen) => x + width >= screen.x + grip && x <= screen.x + screen.width - grip && y >= screen.y && y <= screen.y + screen.height - grip,
  )
  return reachable ? { ...size, x, y } : size
}
