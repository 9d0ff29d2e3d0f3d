import { Alert, Box, Paper, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../shared/ipc/app'
import { ru } from '../../i18n/ru'
import { settings } from '../../i18n/ru/settings'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { useDesktop } from '../../ui/desktop'

const words = settings.about

/** Versions, and everything the person should be warned of. */
export function AboutSection() {
  const desktop = useDesktop()
  const findings = useObservable(useApplication().journalFindings)
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => void desktop.call('app.info', undefined).then((got) => got.ok && setInfo(got.value)), [desktop])
  if (info === null) return null
  const lines: readonly (readonly [string, string])[] = [
    [words.version, info.version],
    [words.runtime, `Electron ${info.electron}, Chromium ${info.chromium}, Node ${info.node}`],
    [words.system, `${info.platform} ${info.arch}`],
    [words.profile, info.profile ?? words.ordinaryProfile],
    [words.dataFolder, info.dataFolder],
  ]
  return (
    <>
      {info.thirdPartyRuntime !== null && <Alert severity="warning">{words.thirdParty(info.thirdPartyRuntime.package, info.thirdPartyRuntime.version)}</Alert>}
      {!info.packaged && <Alert severity="info">{words.development}</Alert>}
      {info.clockOffset !== 0 && <Alert severity="warning">{words.clock(Math.round(info.clockOffset / 60_000))}</Alert>}
      {findings.length > 0 && <Alert severity="error">{words.findings(findings.length)}</Alert>}
      <Paper variant="outlined" component="dl" sx={{ m: 0, p: 2, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 3, rowGap: 0.75 }}>
        {lines.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" color="textSecondary">{name}</Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere', userSelect: 'text' }}>{value}</Typography>
          </Box>
        ))}
      </Paper>
      <Typography variant="body2" color="textSecondary">{words.source}</Typography>
      <Typography variant="body2" color="textSecondary">{ru.kinds.metaFootnote}</Typography>
    </>
  )
}
