import { LinearProgress } from '@mui/material'
import { useState } from 'react'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useAdministration } from './administrationContext'
import { machineRandom, relaySecret } from './passwords'
import { troubleText } from './troubleText'

const words = serverAdmin.hops

/** Makes every job anew, so that what was refused is offered once more. `onDone`: how many jobs were made. */
export function OfferAgainDialog({ onDone, onClose }: { onDone: (jobs: number) => Promise<void>; onClose: () => void }) {
  const { administration, look, address, user } = useAdministration()
  const [progress, setProgress] = useState<number | null>(null)
  const offer = async () => {
    const done = await administration.carryOut(look, relaySecret(machineRandom).slice(0, 12), { onProgress: (now) => setProgress((100 * now.done) / (now.total ?? now.done)) })
    setProgress(null)
    if (!done.ok) return troubleText(done.error)
    await onDone(done.value.filter(({ what }) => what === 'job').length)
    return undefined
  }
  return (
    <ActionDialog title={words.againTitle} confirmLabel={words.again} onConfirm={offer} onClose={onClose} consequence={{ will: words.againWill, where: serverAdmin.people.where(address), inName: serverAdmin.people.inName(user) }}>
      {progress !== null && <LinearProgress variant="determinate" value={progress} aria-label={words.again} />}
    </ActionDialog>
  )
}
