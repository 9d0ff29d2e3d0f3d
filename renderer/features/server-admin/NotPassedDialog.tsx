import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { caseNumber } from '../../../shared/domain/journal/identity'
import { caseIdSchema } from '../../../shared/domain/journal/ids'
import type { DepartmentId, PersonId } from '../../../shared/domain/people/roles'
import type { Instant } from '../../../shared/domain/time'
import type { NotPassed } from '../../../shared/server/notPassed'
import { departmentName, personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { caseWords } from '../../i18n/ru/case'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { CloseButton } from '../../ui/dialog/CloseButton'
import { useInstantFormat } from '../../ui/formatContext'
import { KeyLayer } from '../../ui/keys/keysContext'
import type { Compared } from './HopsSection'

const words = serverAdmin.hops
const kinds: Readonly<Partial<Record<string, string>>> = caseWords.event

/** What one database has and the other has not: kind, case, author and time, no words of anyone. */
export function NotPassedDialog({ department, compared, onClose }: { department: DepartmentId; compared: Compared; onClose: () => void }) {
  const directory = useDirectory()
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="not-passed-title">
      <KeyLayer>
        <DialogTitle id="not-passed-title">
          {words.notPassedTitle(departmentName(directory, department))}
          <CloseButton onClick={onClose} />
        </DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ mb: 1 }}>{words.notPassedHint}</Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{compared.first.map((one) => <Line key={`${one.direction} ${one.id}`} one={one} />)}</Box>
          {compared.count > compared.first.length && <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{words.firstOf(compared.first.length, compared.count)}</Typography>}
        </DialogContent>
        <DialogActions><Button autoFocus onClick={onClose}>{ru.common.close}</Button></DialogActions>
      </KeyLayer>
    </Dialog>
  )
}

function Line({ one: { id, direction, event } }: { one: NotPassed }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  const caseId = caseIdSchema.safeParse(id.split('~')[0])
  const what = event === null ? words.file : [kinds[event.type] ?? event.type, ...(caseId.success ? [caseNumber(caseId.data)] : []), personName(directory, event.actor as PersonId)].join(' · ')
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '140px 1fr', columnGap: 1, py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
      <Typography variant="body2" color="textSecondary">{event === null ? '' : format.full(event.at as Instant)}</Typography>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {what}
        <Typography component="span" variant="body2" color="textSecondary">{` · ${words.direction[direction]}`}</Typography>
      </Typography>
    </Box>
  )
}
