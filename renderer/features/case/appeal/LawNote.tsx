import OpenInNew from '@mui/icons-material/OpenInNew'
import { Alert, Button } from '@mui/material'
import { appeal } from '../../../i18n/ru/appeal'
import { useOpenAddress } from '../../../ui/useOpenAddress'

/** 547-FZ: what an e-mail no longer is. */
export function LawNote() {
  const openAddress = useOpenAddress()
  return (
    <Alert severity="info" action={<Button color="inherit" sx={{ whiteSpace: 'nowrap' }} startIcon={<OpenInNew />} onClick={() => openAddress(appeal.portalUrl)}>{appeal.portal}</Button>}>
      {appeal.law}
    </Alert>
  )
}
