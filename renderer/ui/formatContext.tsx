import { useMemo } from 'react'
import { instantFormat, type InstantFormat } from '../format/instants'
import { useOffice } from './applicationContext'

const formats = new Map<string, InstantFormat>()

function formatOf(zone: string): InstantFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = instantFormat(zone)
  formats.set(zone, made)
  return made
}

/** Dates and times by the office's own clock. */
export function useInstantFormat(): InstantFormat {
  const { zone } = useOffice()
  return useMemo(() => formatOf(zone), [zone])
}
