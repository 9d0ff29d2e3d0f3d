import Lock from '@mui/icons-material/LockOutlined'
import Public from '@mui/icons-material/Public'
import { Box, Tooltip } from '@mui/material'
import type { Network, Visibility } from '../../../shared/domain/journal/message'
import { ru } from '../../i18n/ru'

/** Which network, and whether in public or in private: letters and a sign, never colour alone. */
export function NetworkMark({ network, visibility }: { network: Network; visibility: Visibility }) {
  const Sign = visibility === 'public' ? Public : Lock
  const words = `${ru.kinds.network[network]}, ${ru.kinds.visibility[visibility]}`
  return (
    <Tooltip title={words}>
      <Box
        role="img"
        aria-label={words}
        sx={{
          display: 'inline-flex', alignItems: 'center', gap: '3px', px: 0.5, height: 20, borderRadius: 0.5, border: 1, borderColor: 'divider', flexShrink: 0,
          color: 'text.secondary', fontSize: '0.6875rem', fontWeight: 700, lineHeight: 1,
        }}
      >
        {ru.kinds.networkShort[network]}
        <Sign sx={{ fontSize: 14 }} />
      </Box>
    </Tooltip>
  )
}

export const isMeta = (network: Network): boolean => network === 'instagram' || network === 'facebook'
