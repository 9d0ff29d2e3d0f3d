import Campaign from '@mui/icons-material/Campaign'
import Gavel from '@mui/icons-material/Gavel'
import Person from '@mui/icons-material/Person'
import Place from '@mui/icons-material/Place'
import Warning from '@mui/icons-material/WarningAmber'
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { ru } from '../../i18n/ru'

/** What the person is told before he does something public or irreversible. */
export interface Consequence {
  /** Exactly what will happen, in a sentence or a list of them. */
  readonly will: ReactNode
  /** Where: the network and page, or the journal. */
  readonly where: ReactNode
  /** In whose name it will stand there. */
  readonly inName: ReactNode
  readonly isPublic?: boolean
  readonly isIrreversible?: boolean
}

/** What will happen, where, and in whose name. */
export function ConsequenceFacts({ consequence }: { consequence: Consequence }) {
  const { will, where, inName, isPublic, isIrreversible } = consequence
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '20px max-content 1fr', columnGap: 1, rowGap: 0.75, p: 1.25, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Fact icon={<Gavel fontSize="small" />} name={ru.common.consequence.will}>{will}</Fact>
      <Fact icon={<Place fontSize="small" />} name={ru.common.consequence.where}>{where}</Fact>
      <Fact icon={<Person fontSize="small" />} name={ru.common.consequence.inName}>{inName}</Fact>
      {isPublic === true && <Mark icon={<Campaign fontSize="small" color="warning" />} text={ru.common.consequence.public} />}
      {isIrreversible === true && <Mark icon={<Warning fontSize="small" color="error" />} text={ru.common.consequence.irreversible} />}
    </Box>
  )
}

function Fact({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <>
      <Box aria-hidden sx={{ color: 'text.secondary' }}>{icon}</Box>
      <Typography component="dt" variant="body2" color="textSecondary">{name}</Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>{children}</Typography>
    </>
  )
}

function Mark({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <>
      {icon}
      <Typography component="dd" variant="body2" sx={{ m: 0, gridColumn: '2 / 4', fontWeight: 500 }}>{text}</Typography>
    </>
  )
}
