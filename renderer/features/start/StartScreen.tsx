import Computer from '@mui/icons-material/ComputerOutlined'
import Dns from '@mui/icons-material/DnsOutlined'
import Restore from '@mui/icons-material/RestoreOutlined'
import School from '@mui/icons-material/SchoolOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import { Alert, Box, Button, Card, CardActionArea, Typography } from '@mui/material'
import { useState } from 'react'
import { start as words } from '../../i18n/ru/start'
import { useApplication } from '../../ui/applicationContext'
import { HelpSheet } from '../../ui/keys/HelpSheet'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { useLongWork, WorkProgress } from '../../ui/longWork'
import { ConnectPanel } from '../../ui/server/ConnectPanel'
import { useSay } from '../../ui/snackbar'
import { useRestore } from '../../ui/useRestore'
import { AloneForm } from './AloneForm'

type Step = 'choose' | 'alone' | 'server'

/** Before there is a journal: how the program is going to be used. It gives way by itself once that is chosen. */
export function StartScreen() {
  const application = useApplication()
  const restore = useRestore()
  const say = useSay()
  const { running, run, cancel } = useLongWork()
  const [step, setStep] = useState<Step>('choose')
  const [problem, setProblem] = useState<string | null>(null)

  const train = async () => {
    setProblem(null)
    const loaded = await run(words.training.loading, (work) => application.loadTraining(work))
    if (!loaded.ok) setProblem(loaded.error)
  }
  const takeBack = async () => {
    setProblem(null)
    const restored = await run(words.restore.working, restore)
    if (restored.how === 'failed') setProblem(restored.message)
    if (restored.how !== 'restored') return
    const refused = restored.refused.length === 0 ? '' : ` ${words.restore.refused(restored.refused.length)}: ${restored.refused.slice(0, 5).join(' ')}`
    say({ text: `${words.restore.done(restored.added)}.${refused}`, severity: refused === '' ? 'success' : 'error' })
  }
  const choices = [
    { title: words.alone.title, hint: words.alone.hint, icon: Computer, run: () => setStep('alone') },
    { title: words.server.title, hint: words.server.hint, icon: Dns, run: () => setStep('server') },
    { title: words.training.title, hint: words.training.hint, icon: School, run: () => void train() },
  ]
  const choosing = step === 'choose' && running === null
  useShortcuts(words.keys.group, [
    ...choices.map(({ title, run: go }, index) => ({ chord: { code: `Digit${index + 1}` }, label: title, run: go, disabled: !choosing })),
    { chord: { code: 'Digit4' }, label: words.restore.title, run: () => void takeBack(), disabled: !choosing },
    { chord: { code: 'Escape' }, label: words.question, run: () => setStep('choose'), disabled: choosing, whileTyping: true },
  ])
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.default', display: 'flex' }}>
      <Box sx={{ m: 'auto', width: '100%', maxWidth: 980, p: 3, display: 'flex', flexDirection: 'column', gap: 2.5 }}>
        <Box>
          <Typography component="h1" sx={{ fontSize: '1.875rem', fontWeight: 500 }}>{words.title}</Typography>
          <Typography color="textSecondary" sx={{ maxWidth: 680 }}>{words.about}</Typography>
        </Box>
        {problem !== null && <Alert severity="error">{problem}</Alert>}
        {running !== null && <WorkProgress running={running} onCancel={cancel} />}
        {step === 'alone' && <AloneForm onBack={() => setStep('choose')} />}
        {step === 'server' && <ConnectPanel onBack={() => setStep('choose')} />}
        {choosing && (
          <>
            <Typography variant="h6" component="h2">{words.question}</Typography>
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' }, gap: 2 }}>
              {choices.map((choice, index) => <Choice key={choice.title} {...choice} digit={index + 1} />)}
            </Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
              <Button variant="text" startIcon={<Restore />} onClick={() => void takeBack()} endIcon={<KeyCap chord={{ code: 'Digit4' }} />}>{words.restore.title}</Button>
              <Typography variant="body2" color="textSecondary">{words.restore.hint}</Typography>
            </Box>
          </>
        )}
      </Box>
      <HelpSheet />
    </Box>
  )
}

function Choice({ title, hint, icon: Icon, run, digit }: { title: string; hint: string; icon: SvgIconComponent; run: () => void; digit: number }) {
  return (
    <Card variant="outlined">
      <CardActionArea onClick={run} aria-keyshortcuts={String(digit)} sx={{ height: '100%', p: 2.5, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', justifyContent: 'flex-start', gap: 1 }}>
        <Box sx={{ width: '100%', display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', color: 'text.secondary' }}>
          <Icon sx={{ fontSize: 36, color: 'primary.main' }} aria-hidden />
          <KeyCap chord={{ code: `Digit${digit}` }} />
        </Box>
        <Typography variant="h6" component="h3">{title}</Typography>
        <Typography variant="body2" color="textSecondary">{hint}</Typography>
      </CardActionArea>
    </Card>
  )
}
