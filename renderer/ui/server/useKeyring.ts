import { useEffect, useState } from 'react'
import { useDesktop } from '../desktop'

/** Whether the system keeps passwords; null until it has said so. */
export function useKeyring(): boolean | null {
  const desktop = useDesktop()
  const [available, setAvailable] = useState<boolean | null>(null)
  useEffect(() => {
    let alive = true
    void desktop.call('secrets.available', undefined).then((answer) => alive && setAvailable(answer.ok && answer.value))
    return () => void (alive = false)
  }, [desktop])
  return available
}
