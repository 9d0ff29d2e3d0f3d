import { Box, Button, Typography } from '@mui/material'
import { caseNumber } from '../../../../shared/domain/journal/identity'
import { departmentFullName, personName } from '../../../format/people'
import { ru } from '../../../i18n/ru'
import { caseWords } from '../../../i18n/ru/case'
import { conflicts as words } from '../../../i18n/ru/conflicts'
import { useDirectory } from '../../../ui/applicationContext'
import { useInstantFormat } from '../../../ui/formatContext'
import { useOpenAddress } from '../../../ui/useOpenAddress'
import type { ConflictingDeed } from './deeds'

/** Who decided what, when and in which words. */
export function DeedCard({ deed: { type, by, at, department, text, link, ground, of, number } }: { deed: ConflictingDeed }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  const openAddress = useOpenAddress()
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, bgcolor: 'background.paper', color: 'text.primary', display: 'flex', flexDirection: 'column', gap: 0.25, minWidth: 0 }}>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>{caseWords.event[type]}</Typography>
      {department !== undefined && <Typography variant="body2">{departmentFullName(directory, department)}</Typography>}
      <Typography variant="caption" color="textSecondary">{`${personName(directory, by)}, ${format.moment(at)}`}</Typography>
      {ground !== undefined && <Typography variant="body2">{ru.kinds.refusalGround[ground]}</Typography>}
      {of !== undefined && <Typography variant="body2">{words.duplicateOf(caseNumber(of))}</Typography>}
      {number !== undefined && <Typography variant="body2">{words.registered(number)}</Typography>}
      {text !== undefined && (
        <Typography variant="body2" component="div" tabIndex={0} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 140, overflowY: 'auto' }}>{text ?? <i>{ru.common.erased}</i>}</Typography>
      )}
      {link !== undefined && <Box><Button onClick={() => openAddress(link)}>{ru.message.openInBrowser}</Button></Box>}
    </Box>
  )
}
