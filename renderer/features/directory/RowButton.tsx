import { ButtonBase } from '@mui/material'
import type { ReactNode } from 'react'

/** The name in a table's row that opens it: a real button, so that Tab and Enter reach it. */
export function RowButton({ onClick, disabled = false, children }: { onClick: () => void; disabled?: boolean; children: ReactNode }) {
  return (
    <ButtonBase
      onClick={onClick}
      disabled={disabled}
      sx={{ display: 'block', textAlign: 'left', font: 'inherit', color: 'inherit', borderRadius: 0.5, '&:hover': { textDecoration: 'underline' }, '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 } }}
    >
      {children}
    </ButtonBase>
  )
}
