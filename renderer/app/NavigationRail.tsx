import Keyboard from '@mui/icons-material/KeyboardOutlined'
import { Badge, Box, ButtonBase, Tooltip } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Role } from '../../shared/domain/people/roles'
import { ru } from '../i18n/ru'
import type { Chord } from '../ui/keys/chord'
import { ariaShortcut, chordName } from '../ui/keys/chord'
import { nowhere } from '../ui/keys/focus'
import { useKeyRegistry, useShortcuts } from '../ui/keys/keysContext'
import { useNavigation } from '../ui/navigation'
import { screensFor } from './screens'

const chordOf = (place: number): Chord => ({ code: `Digit${place + 1}`, alt: true })

/** The sections on the left, by role. */
export function NavigationRail({ role, counts }: { role: Role; counts: Readonly<Partial<Record<string, number>>> }) {
  const { place, go } = useNavigation()
  const registry = useKeyRegistry()
  const screens = screensFor(role)
  useShortcuts(
    ru.shell.helpSheet.everywhere,
    [
      ...screens.map((screen, index) => ({ chord: chordOf(index), label: ru.shell.keys.goTo(screen.title), run: () => go({ screen: screen.id }), whileTyping: true })),
      { chord: { code: 'KeyN', ctrl: true }, label: ru.shell.keys.newMessage, run: () => go({ screen: 'intake' }), disabled: !screens.some(({ id }) => id === 'intake'), whileTyping: true },
    ],
  )
  return (
    <Box
      component="nav"
      aria-label={ru.shell.navigation}
      sx={{ width: { xs: 56, md: 84 }, flexShrink: 0, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper', display: 'flex', flexDirection: 'column', py: 0.5, overflowY: 'auto' }}
    >
      {screens.map((screen, index) => (
        <RailButton
          key={screen.id}
          icon={screen.icon}
          title={screen.title}
          chord={chordOf(index)}
          current={screen.id === place.screen}
          count={counts[screen.id] ?? 0}
          onClick={() => go({ screen: screen.id })}
        />
      ))}
      <Box sx={{ flex: 1 }} />
      <RailButton
        icon={Keyboard}
        title={ru.shell.help}
        chord={{ code: 'F1' }}
        current={false}
        count={0}
        onClick={() => void registry.handle({ code: 'F1', key: 'F1', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }, nowhere)}
      />
    </Box>
  )
}

interface RailButtonProps {
  readonly icon: SvgIconComponent
  readonly title: string
  readonly chord: Chord
  readonly current: boolean
  readonly count: number
  readonly onClick: () => void
}

function RailButton({ icon: Icon, title, chord, current, count, onClick }: RailButtonProps) {
  return (
    <Tooltip title={`${title} · ${chordName(chord)}`} placement="right">
      <ButtonBase
        onClick={onClick}
        aria-label={count > 0 ? `${title}, ${count}` : title}
        aria-current={current ? 'page' : undefined}
        aria-keyshortcuts={ariaShortcut(chord)}
        sx={{
          flexDirection: 'column', gap: 0.25, py: 0.75, mx: 0.5, borderRadius: 1, fontSize: '0.71875rem', fontWeight: current ? 500 : 400, lineHeight: 1.2,
          color: current ? 'primary.main' : 'text.secondary', bgcolor: current ? 'action.selected' : 'transparent', borderLeft: 3,
          borderColor: current ? 'primary.main' : 'transparent', '&:hover': { bgcolor: 'action.hover' }, '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
        }}
      >
        <Badge badgeContent={count} color="primary" max={99}>
          <Icon fontSize="small" />
        </Badge>
        <Box component="span" sx={{ display: { xs: 'none', md: 'block' } }}>{title}</Box>
      </ButtonBase>
    </Tooltip>
  )
}
