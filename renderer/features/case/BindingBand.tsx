import { Box, Typography } from '@mui/material'
import { ru } from '../../i18n/ru'
import { Countdown } from '../../ui/deadlines/Countdown'
import type { JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { useInstantFormat } from '../../ui/formatContext'
import { StageChip } from '../../ui/message/StageChip'
import { LaterButton } from './LaterButton'

/** The one term that binds now, large, with its clause. */
export function BindingBand({ judged: { state, deadlines, rules } }: { judged: JudgedCase }) {
  const format = useInstantFormat()
  const binding = deadlines?.binding ?? null
  const words = ru.deadlines
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25, minHeight: 28 }}>
      <StageChip stage={state.stage} />
      {binding === null || rules === null ? (
        <Typography variant="body2" color="textSecondary">{rules === null ? words.noRules : words.none}</Typography>
      ) : (
        <>
          <Countdown deadline={binding} rules={rules} large />
          <LaterButton caseId={state.id} />
          <Typography variant="body2" color="textSecondary">
            {`${words.ruleShort[binding.binds]} ${words.due(format.moment(binding.due))} · ${words.clause(binding.bindingTerm.clause)}`}
          </Typography>
        </>
      )}
    </Box>
  )
}
