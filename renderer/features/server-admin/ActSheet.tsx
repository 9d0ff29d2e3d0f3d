import { Box, Typography } from '@mui/material'
import type { ErasureAct } from '../../application/server/erasures'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { eventsOf, type Destruction } from './destruction'

const words = serverAdmin.act

/** The act on paper, in the order of № 179. */
export function ActSheet({ act, said }: { act: ErasureAct; said: Destruction }) {
  const rows = [
    [words.operatorName, said.operatorName],
    [words.operatorAddress, said.operatorAddress],
    [words.subjects, said.subjects],
    [words.categories, said.categories],
    [words.system, words.systemName],
    [words.way, words.wayText],
    [words.reason, said.reason],
    [words.date, said.destroyedAt],
    [words.remains, words.remainsText(eventsOf(act).length)],
  ] as const
  const destroyers = said.destroyers.split('\n').filter((line) => line.trim() !== '')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box sx={{ textAlign: 'center' }}>
        <Typography variant="h6" component="h1">{words.heading}</Typography>
        <Typography>{words.number(act.act)}</Typography>
      </Box>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', '& th, & td': { border: '1px solid #000', p: 0.75, verticalAlign: 'top', textAlign: 'left', overflowWrap: 'anywhere' }, '& th': { width: '34%', fontWeight: 500 } }}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Typography>{words.destroyers}:</Typography>
      {destroyers.map((line) => (
        <Box key={line} sx={{ display: 'flex', gap: 3, alignItems: 'end', breakInside: 'avoid' }}>
          <Typography sx={{ flex: 1, overflowWrap: 'anywhere' }}>{line}</Typography>
          <Box sx={{ width: 220, borderTop: '1px solid #000', mt: 4, textAlign: 'center', fontSize: '0.75rem' }}>{words.signature}</Box>
        </Box>
      ))}
    </Box>
  )
}
