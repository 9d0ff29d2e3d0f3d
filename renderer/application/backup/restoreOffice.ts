import { canonical } from '../../../shared/domain/journal/canonical'
import type { Directory } from '../../../shared/domain/people/directory'
import { defaultOffice, officeDocumentNames, officeSchemas, type OfficeDocumentName, type OfficeDocuments } from '../office'
import type { OfficeStore } from '../ports'

/**
 * Takes the exported settings. A fresh profile takes all; elsewhere what was never set is taken, structures and people are
 * joined by their ids, and what differs stays as it is here. Returns what was not taken.
 */
export async function restoreOffice(office: OfficeStore, exported: unknown, fresh: boolean): Promise<readonly string[]> {
  if (typeof exported !== 'object' || exported === null) return ['Настройки управления: часть повреждена, не взяты.']
  const refused: string[] = []
  const change: Partial<Record<OfficeDocumentName, unknown>> = {}
  for (const name of officeDocumentNames) {
    const raw = (exported as Partial<Record<OfficeDocumentName, unknown>>)[name]
    if (raw === undefined) continue
    const parsed = officeSchemas[name].safeParse(raw)
    if (!parsed.success) {
      refused.push(`Настройка «${name}» в выгрузке не читается.`)
      continue
    }
    const here = office.current.get()[name]
    const unset = canonical(here) === canonical(defaultOffice[name])
    if (fresh || unset) change[name] = parsed.data
    else if (name === 'directory') change[name] = joined(office.current.get().directory, parsed.data as Directory)
    else if (canonical(here) !== canonical(parsed.data)) refused.push(`Настройка «${name}» здесь другая: оставлена здешняя.`)
  }
  await office.save(change as Partial<OfficeDocuments>)
  return refused
}

const joined = (here: Directory, there: Directory): Directory => ({
  departments: [...here.departments, ...there.departments.filter((one) => !here.departments.some((own) => own.id === one.id))],
  people: [...here.people, ...there.people.filter((one) => !here.people.some((own) => own.id === one.id))],
})
