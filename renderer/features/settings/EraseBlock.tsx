import { Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { personName } from '../../format/people'
import { settings } from '../../i18n/ru/settings'
import { useActor, useApplication, useDirectory, useObservable } from '../../ui/applicationContext'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useRestart } from '../../ui/restart'
import { Section } from '../../ui/Section'

const words = settings.erase

/** Ends the training, or empties this computer; real work asks for a word typed out. */
export function EraseBlock({ disabled }: { disabled: boolean }) {
  const application = useApplication()
  const restart = useRestart()
  const actor = useActor()
  const directory = useDirectory()
  const training = useObservable(application.firstRun) === 'training'
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const erase = async (): Promise<string | undefined> => {
    const erased = await application.eraseEverything(training ? undefined : 'eraseRealWork')
    if (!erased.ok) return erased.error
    // The program begins anew, from its first screen.
    restart()
    return undefined
  }
  return (
    <Section title={training ? words.training : words.real}>
      <Typography variant="body2" sx={{ mb: 1 }}>{training ? words.trainingHint : words.realHint}</Typography>
      <Button color={training ? 'primary' : 'error'} variant="outlined" disabled={disabled} onClick={() => setAsking(true)}>{training ? words.trainingDo : words.realDo}</Button>
      {asking && (
        <ActionDialog
          title={training ? words.training : words.real}
          confirmLabel={training ? words.trainingDo : words.realDo}
          confirmColor="error"
          consequence={{ will: training ? words.trainingWill : words.realWill, where: words.where, inName: personName(directory, actor.person), isIrreversible: true }}
          disabled={!training && typed.trim().toUpperCase() !== words.word}
          onConfirm={erase}
          onClose={() => {
            setTyped('')
            setAsking(false)
          }}
        >
          {!training && <TextField autoFocus label={words.typeWord(words.word)} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />}
        </ActionDialog>
      )}
    </Section>
  )
}
