import Attach from '@mui/icons-material/AttachFile'
import CallSplit from '@mui/icons-material/CallSplit'
import Delete from '@mui/icons-material/DeleteOutlined'
import Edit from '@mui/icons-material/EditOutlined'
import Keyboard from '@mui/icons-material/KeyboardAltOutlined'
import Emergency from '@mui/icons-material/NotificationImportant'
import Update from '@mui/icons-material/SystemUpdateAlt'
import { Box, Tooltip, Typography } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import { memo } from 'react'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { Directory } from '../../../shared/domain/people/directory'
import { departmentName, firstWords } from '../../format/people'
import { ru } from '../../i18n/ru'
import { Countdown } from '../deadlines/Countdown'
import type { JudgedCase } from '../deadlines/deadlinesContext'
import { NetworkMark } from '../message/NetworkMark'
import { StageChip } from '../message/StageChip'
import { currentForwarding } from '../message/currentForwarding'
import { useAuthorName } from '../message/useAuthorName'

interface CaseRowProps {
  readonly judged: JudgedCase
  readonly directory: Directory
  readonly selected: boolean
  /** The program thinks that the text was typed in another keyboard layout. */
  readonly layoutHint?: boolean
}

/** Estimated height, CSS px. */
export const caseRowHeight = 86

/** One case in a list: what binds next, from whom, about what, whose move it is. Drawn again only when its case changes. */
export const CaseRow = memo(function CaseRow({ judged, directory, selected, layoutHint = false }: CaseRowProps) {
  const { state, deadlines, rules } = judged
  const binding = deadlines?.binding ?? null
  const forwarding = currentForwarding(state)
  const authorName = useAuthorName(state.message.author)
  return (
    <Box
      sx={{
        px: 1.25, py: 0.75, borderBottom: 1, borderColor: 'divider', cursor: 'pointer', bgcolor: selected ? 'action.selected' : 'transparent',
        borderLeft: '3px solid', borderLeftColor: selected ? 'primary.main' : 'transparent', '&:hover': { bgcolor: selected ? 'action.selected' : 'action.hover' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minHeight: 22 }}>
        {binding === null || rules === null ? (
          <Typography variant="caption" color="textSecondary">{ru.deadlines.none}</Typography>
        ) : (
          <>
            <Countdown deadline={binding} rules={rules} />
            <Typography variant="caption" color="textSecondary" noWrap>{`${ru.deadlines.ruleShort[binding.id]} · ${ru.deadlines.clause(binding.bindingTerm.clause)}`}</Typography>
          </>
        )}
        <Box sx={{ flex: 1 }} />
        <Marks state={state} layoutHint={layoutHint} />
        <NetworkMark network={state.message.network} visibility={state.message.visibility} />
      </Box>
      <Typography variant="body2" noWrap sx={{ fontWeight: state.stage === 'triage' ? 500 : 400 }}>
        {firstWords(state) ?? <i>{ru.common.erased}</i>}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mt: 0.25 }}>
        <StageChip stage={state.stage} />
        <Typography variant="caption" color="textSecondary" noWrap sx={{ flex: 1, minWidth: 0 }}>
          {[authorName, forwarding === undefined ? '' : departmentName(directory, forwarding.to)].filter((part) => part !== '').join(' → ')}
        </Typography>
      </Box>
    </Box>
  )
})

function Marks({ state, layoutHint }: { state: CaseState; layoutHint: boolean }) {
  const { message } = state
  const words = ru.message.marks
  return (
    <>
      {state.emergency !== undefined && <Mark icon={Emergency} words={words.emergency} color="error" />}
      {state.conflicts.length > 0 && <Mark icon={CallSplit} words={words.conflict} color="error" />}
      {state.unknownEvents > 0 && <Mark icon={Update} words={words.unknown} color="warning" />}
      {message.deletedByAuthorAt !== undefined && <Mark icon={Delete} words={words.deleted} color="warning" />}
      {message.earlierTexts.length > 0 && <Mark icon={Edit} words={words.edited} />}
      {layoutHint && <Mark icon={Keyboard} words={words.layout} />}
      {message.attachments.length > 0 && <Mark icon={Attach} words={words.attachments(message.attachments.length)} />}
    </>
  )
}

function Mark({ icon: Icon, words, color }: { icon: SvgIconComponent; words: string; color?: 'error' | 'warning' }) {
  return (
    <Tooltip title={words}>
      <Icon titleAccess={words} color={color ?? 'action'} sx={{ fontSize: 17 }} />
    </Tooltip>
  )
}
