import Inbox from '@mui/icons-material/InboxOutlined'
import Publish from '@mui/icons-material/PublishOutlined'
import Replay from '@mui/icons-material/Replay'
import { Box, Button, Typography } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { roleGives } from '../../../shared/domain/people/permissions'
import { departmentFullName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { review as words } from '../../i18n/ru/review'
import { useActor, useDirectory } from '../../ui/applicationContext'
import { useCaseAct } from '../../ui/caseSlots'
import { Countdown } from '../../ui/deadlines/Countdown'
import type { JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { useInstantFormat } from '../../ui/formatContext'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { currentForwarding } from '../../ui/message/currentForwarding'
import { MessageCard } from '../../ui/message/MessageCard'
import { useNavigation } from '../../ui/navigation'
import { VersionView } from './VersionView'

const publishChord = { code: 'KeyP' }
const returnChord = { code: 'KeyR' }

/** The citizen's message and the department's answer side by side. */
export function ReviewPane({ judged }: { judged: JudgedCase }) {
  const { state } = judged
  const directory = useDirectory()
  const forwarding = currentForwarding(state) ?? state.forwardings.at(-1)
  return (
    <>
      <ReviewHeader judged={judged} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 5fr) minmax(0, 6fr)' }, overflow: { xs: 'auto', md: 'hidden' } }}>
        <Box tabIndex={0} role="region" aria-label={words.message} sx={{ p: 2, overflowY: { md: 'auto' }, borderRight: { md: 1 }, borderColor: { md: 'divider' } }}>
          <MessageCard message={state.message} />
        </Box>
        <Box tabIndex={0} role="region" aria-label={words.answer} sx={{ p: 2, overflowY: { md: 'auto' }, bgcolor: 'background.paper', display: 'flex', flexDirection: 'column', gap: 1.25 }}>
          {forwarding !== undefined && <Typography variant="subtitle1" component="h2">{departmentFullName(directory, forwarding.to)}</Typography>}
          <Typography variant="caption" color="textSecondary">{words.checklist}</Typography>
          {forwarding !== undefined && <VersionView answers={forwarding.answers} />}
        </Box>
      </Box>
    </>
  )
}

function ReviewHeader({ judged: { state, deadlines, rules } }: { judged: JudgedCase }) {
  const binding = deadlines?.binding ?? null
  const format = useInstantFormat()
  const { go } = useNavigation()
  return (
    <Box sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
      {binding !== null && rules !== null && (
        <>
          <Countdown deadline={binding} rules={rules} large />
          <Typography variant="body2" color="textSecondary">{`${ru.deadlines.ruleShort[binding.binds]} ${ru.deadlines.due(format.moment(binding.due))} · ${ru.deadlines.clause(binding.bindingTerm.clause)}`}</Typography>
        </>
      )}
      <Box sx={{ flex: 1 }} />
      <Button startIcon={<Inbox />} onClick={() => go({ screen: 'inbox', caseId: state.id })}>{words.whole}</Button>
      <Decisions state={state} />
    </Box>
  )
}

function Decisions({ state }: { state: CaseState }) {
  const { role } = useActor()
  const act = useCaseAct()
  const allowed = roleGives(role, 'PublishAnswer')
  const publish = () => act({ caseId: state.id, action: state.kind === 'explanation' ? 'PublishExplanation' : 'PublishAnswer' })
  const back = () => act({ caseId: state.id, action: 'ReturnAnswer' })
  useShortcuts(words.keys.group, allowed ? [{ chord: publishChord, label: words.publish, run: publish }, { chord: returnChord, label: words.return, run: back }] : [])
  if (!allowed) return null
  return (
    <>
      <Button variant="outlined" startIcon={<Replay />} endIcon={<KeyCap chord={returnChord} />} aria-keyshortcuts="R" onClick={back}>{words.return}</Button>
      <Button variant="contained" startIcon={<Publish />} endIcon={<KeyCap chord={publishChord} />} aria-keyshortcuts="P" onClick={publish}>{words.publish}</Button>
    </>
  )
}
