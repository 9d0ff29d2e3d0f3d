import { Alert, AlertTitle, Box } from '@mui/material'
import { storageAdvice, type StorageFailure } from '../application/storageFailure'
import { ru } from '../i18n/ru'

/** The profile's storage cannot be opened: what happened and what to do. */
export function StorageTrouble({ failure }: { failure: StorageFailure }) {
  return (
    <Box sx={{ p: 4, maxWidth: 720, m: 'auto' }}>
      <Alert severity="error">
        <AlertTitle>{ru.shell.storageTrouble}</AlertTitle>
        {storageAdvice(failure)}
      </Alert>
    </Box>
  )
}
