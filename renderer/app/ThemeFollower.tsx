import { useColorScheme } from '@mui/material/styles'
import { useEffect } from 'react'
import { useDesktop } from '../ui/desktop'

/** The window's colours are what this computer's settings say, wherever they were changed. */
export function ThemeFollower() {
  const desktop = useDesktop()
  const { setMode } = useColorScheme()
  useEffect(() => {
    void desktop.call('settings.get', undefined).then((answer) => answer.ok && setMode(answer.value.settings.theme))
    return desktop.listen('settings.changed', ({ theme }) => setMode(theme))
  }, [desktop, setMode])
  return null
}
