import Close from '@mui/icons-material/Close'
import { IconButton } from '@mui/material'
import { ru } from '../../i18n/ru'

/** The cross in a dialog's corner. */
export function CloseButton({ onClick }: { onClick: () => void }) {
  return (
    <IconButton aria-label={ru.common.close} onClick={onClick} sx={{ position: 'absolute', right: 8, top: 8 }}>
      <Close />
    </IconButton>
  )
}
