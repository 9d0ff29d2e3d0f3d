import Alarm from '@mui/icons-material/AlarmOutlined'
import Block from '@mui/icons-material/Block'
import Campaign from '@mui/icons-material/CampaignOutlined'
import FileCopy from '@mui/icons-material/FileCopyOutlined'
import Gavel from '@mui/icons-material/GavelOutlined'
import LinkIcon from '@mui/icons-material/Link'
import School from '@mui/icons-material/LightbulbOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import { Box, Typography } from '@mui/material'
import { memo } from 'react'
import type { Outcome } from '../../../shared/domain/case/caseState'
import { endOf } from '../../../shared/domain/case/standing'
import type { Directory } from '../../../shared/domain/people/directory'
import { departmentName, firstWords } from '../../format/people'
import { ru } from '../../i18n/ru'
import { archive as words } from '../../i18n/ru/archive'
import { useInstantFormat } from '../../ui/formatContext'
import { Highlighted } from '../../ui/Highlighted'
import { NetworkMark } from '../../ui/message/NetworkMark'
import { useAuthorName } from '../../ui/message/useAuthorName'
import { departmentsOf } from './archiveFilter'
import type { ArchiveEntry } from './useArchive'

const icons: Record<Outcome['how'], SvgIconComponent> = { published: Campaign, explained: School, siteLink: LinkIcon, refused: Block, duplicate: FileCopy, registered: Gavel }

/** Estimated height, CSS px. */
export const archiveRowHeight = 78

/** One closed case: how and when it ended, whether in time, about what. */
export const ArchiveRow = memo(function ArchiveRow({ entry, directory, selected }: { entry: ArchiveEntry; directory: Directory; selected: boolean }) {
  const { state, hit, overdue } = entry
  const format = useInstantFormat()
  const outcome = state.outcome
  const authorName = useAuthorName(state.message.author)
  const Icon = outcome === undefined ? undefined : icons[outcome.how]
  return (
    <Box
      sx={{
        px: 1.25, py: 0.75, borderBottom: 1, borderColor: 'divider', cursor: 'pointer', bgcolor: selected ? 'action.selected' : 'transparent',
        borderLeft: '3px solid', borderLeftColor: selected ? 'primary.main' : 'transparent', '&:hover': { bgcolor: selected ? 'action.selected' : 'action.hover' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minHeight: 22, color: 'text.secondary' }}>
        {Icon !== undefined && <Icon sx={{ fontSize: 17 }} aria-hidden />}
        <Typography variant="caption" noWrap>{outcome === undefined ? words.taken(state.forwardings.at(-1)?.declined !== undefined, format.date(endOf(state) ?? state.message.placedAt)) : `${words.outcome[outcome.how]}, ${format.date(outcome.at)}`}</Typography>
        <Box sx={{ flex: 1 }} />
        {overdue && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25, color: 'error.main', whiteSpace: 'nowrap' }}>
            <Alarm sx={{ fontSize: 16 }} titleAccess={words.overdue} />
            <Typography variant="caption" aria-hidden sx={{ display: { xs: 'none', md: 'block' } }}>{words.overdue}</Typography>
          </Box>
        )}
        <NetworkMark network={state.message.network} visibility={state.message.visibility} />
      </Box>
      <Typography variant="body2" sx={{ display: '-webkit-box', WebkitLineClamp: hit === undefined ? 1 : 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' }}>
        {hit === undefined ? (firstWords(state) ?? <i>{ru.common.erased}</i>) : <Highlighted text={hit.snippet} ranges={hit.matches} />}
      </Typography>
      <Typography variant="caption" color="textSecondary" noWrap component="div">
        {[authorName, ...departmentsOf(state).map((id) => departmentName(directory, id))].join(' → ')}
      </Typography>
    </Box>
  )
})
