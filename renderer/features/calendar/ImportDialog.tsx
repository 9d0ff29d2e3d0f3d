import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useCallback, useEffect, useMemo, useState, type DragEvent } from 'react'
import { doubtsOf, withDecree, withYear } from '../../../shared/domain/calendar'
import { readCalendarFile } from '../../../shared/domain/calendar/import'
import { decodeTable } from '../../../shared/connectors/table/encoding'
import { localDateText } from '../../format/slices'
import { calendar as words } from '../../i18n/ru/calendar'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useSay } from '../../ui/snackbar'
import { useFilePick } from '../../ui/useFilePick'
import { ChangePreview } from './ChangePreview'
import { DecreeFields, noDecree, readDecree, type DecreeForm } from './decreeFields'
import { refusalText } from './refusalText'
import { useCalendarEdit } from './useCalendarEdit'

const t = words.importing
const accept = '.xml,.json,.csv,.txt,text/xml,application/json,text/csv'
/** Read no further: a calendar of twenty years is 20 KB. */
const largest = 4_000_000

interface Source {
  readonly name: string
  /** Null: larger than any calendar. */
  readonly text: string | null
}

/** A year from a file: first what it would change and which deadlines it would move, then, confirmed, a new version. */
export function ImportDialog({ file, onClose, onAdopted }: { file: File | null; onClose: () => void; onAdopted: (year: number) => void }) {
  const { calendar, adopt } = useCalendarEdit()
  const say = useSay()
  const [source, setSource] = useState<Source | null>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  const [typedDecree, setDecree] = useState<DecreeForm | null>(null)
  const [why, setWhy] = useState('')
  const open = useCallback(async (chosen: File) => {
    const text = chosen.size > largest ? null : decodeTable(new Uint8Array(await chosen.arrayBuffer()), (bytes, encoding) => new TextDecoder(encoding).decode(bytes)).text
    setWanted(null)
    setDecree(null)
    setWhy(t.whyOf(chosen.name))
    setSource({ name: chosen.name, text })
  }, [])
  useEffect(() => {
    if (file !== null) void open(file)
  }, [file, open])
  const read = useMemo(() => (source === null ? null : source.text === null ? ({ ok: false, error: { reason: 'too-large' } } as const) : readCalendarFile(source.text, wanted)), [source, wanted])
  // A file of a year whose decree is known does not make it forgotten: it stands in the fields until they are changed.
  const known = read?.ok === true ? calendar.years.find(({ year }) => year === read.value.year.year)?.act : null
  const decree = typedDecree ?? (known?.kind === 'government' ? { number: known.number, date: known.date } : noDecree)
  const act = useMemo(() => readDecree({ number: decree.number, date: decree.date }), [decree.number, decree.date])
  const wantedCalendar = useMemo(() => {
    if (read?.ok !== true) return null
    const { year } = read.value
    return withYear(calendar, act.ok && act.value !== null ? withDecree(year, act.value) : year, calendar.version)
  }, [read, calendar, act])
  const pick = useFilePick(accept, ([chosen]) => chosen !== undefined && void open(chosen))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const chosen = event.dataTransfer.files[0]
    if (chosen !== undefined) void open(chosen)
  }
  const confirm = async (): Promise<string | undefined> => {
    if (read?.ok !== true || wantedCalendar === null) return undefined
    if (!act.ok) return act.error
    if (why.trim() === '') return words.editDay.whyMissing
    const { year } = read.value.year
    await adopt(wantedCalendar, 'import', why.trim())
    say({ text: t.adopted(year) })
    onAdopted(year)
    return undefined
  }
  // The choice stays open after a year was chosen: a table of many years may be looked through.
  const years = useMemo(() => {
    const whole = typeof source?.text === 'string' ? readCalendarFile(source.text, null) : null
    return whole === null || whole.ok ? [] : yearsToChoose(whole.error)
  }, [source])
  const asks = years.length > 0 && wanted === null
  return (
    <ActionDialog title={t.title} width="md" confirmLabel={t.confirm} disabled={read?.ok !== true} onConfirm={confirm} onClose={onClose}>
      <Box onDragOver={(event) => event.preventDefault()} onDrop={drop} sx={{ display: 'flex', gap: 1.5, alignItems: 'center', border: '2px dashed', borderColor: 'divider', borderRadius: 1, p: 1.25 }}>
        {pick.input}
        <Button autoFocus variant={source === null ? 'contained' : 'outlined'} startIcon={<UploadFile />} onClick={pick.pick} sx={{ flexShrink: 0 }}>{t.choose}</Button>
        <Typography variant="body2" color="textSecondary">{`${t.drop}. ${t.hint}`}</Typography>
      </Box>
      {source !== null && read !== null && !read.ok && (
        <Alert severity={asks ? 'info' : 'error'} role="alert">
          {asks ? refusalText(read.error) : <><strong>{t.refused(source.name)}.</strong> {refusalText(read.error)}</>}
        </Alert>
      )}
      {years.length > 0 && (
        <TextField select label={t.whichYear} value={wanted ?? ''} onChange={(event) => setWanted(Number(event.target.value))} sx={{ width: 180 }}>
          {years.map((year) => <MenuItem key={year} value={year}>{year}</MenuItem>)}
        </TextField>
      )}
      {source !== null && read?.ok === true && wantedCalendar !== null && (
        <>
          <Alert severity="success">{`${t.read(source.name, read.value.year.year)}. ${calendar.years.some(({ year, basis }) => year === read.value.year.year && basis !== 'statute') ? '' : t.becomesFirm}`}</Alert>
          {read.value.guessedWeekends.length > 0 && <Listed severity="warning" title={t.guessed} lines={read.value.guessedWeekends.map(({ date, worksAs }) => t.guess(localDateText(date), localDateText(worksAs)))} />}
          {doubtsOf(read.value.year).length > 0 && <Listed severity="warning" title={t.doubts} lines={doubtsOf(read.value.year).map(({ kind, date }) => `${localDateText(date)} ${words.doubts[kind]}`)} />}
          <ChangePreview before={calendar} after={wantedCalendar} />
          <DecreeFields title={t.decree} value={decree} onChange={setDecree} />
          <TextField required label={t.why} value={why} onChange={(event) => setWhy(event.target.value)} helperText={words.editDay.whyHint} />
        </>
      )}
    </ActionDialog>
  )
}

function Listed({ severity, title, lines }: { severity: 'warning'; title: string; lines: readonly string[] }) {
  return (
    <Alert severity={severity}>
      {title}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{lines.map((line) => <li key={line}>{line}</li>)}</Box>
    </Alert>
  )
}

/** When only the year is missing the person says it; every other refusal stands. */
function yearsToChoose(refusal: Parameters<typeof refusalText>[0]): readonly number[] {
  if (refusal.reason === 'year-not-chosen') return refusal.found
  return refusal.reason === 'year-unknown' ? Array.from({ length: 12 }, (_, index) => 2021 + index) : []
}
