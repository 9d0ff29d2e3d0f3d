import type { TableRow } from '../../../shared/connectors/table/delimited'
import type { Department, Directory } from '../../../shared/domain/people/directory'
import { checkDepartment, emptyDepartmentForm, type DepartmentFormError, withDepartment } from './departmentForm'
import { checkPerson, emptyPersonForm, type PersonFormError, withPerson } from './personForm'

export interface TakenStructures {
  readonly directory: Directory
  readonly departments: number
  readonly people: number
  /** Rows not taken whole, by their line (from 1); a wrong head does not keep the structure out. */
  readonly refused: readonly { readonly line: number; readonly name: string; readonly reason: DepartmentFormError | PersonFormError }[]
}

const headings = {
  // A heading is not a structure's own name: «Отдел культуры» is one.
  name: /^(наименование|название)|^(структура|отдел|учреждение)$/,
  shortName: /^(кратк|сокращ)/,
  kind: /^(вид|тип)/,
  topics: /^(тем|вопрос|компетенц)/,
  head: /^(руководитель|глава|начальник|директор|фио)/,
  phone: /(^|\s)(раб|служеб)|^телефон/,
  mobile: /моб|сотов/,
} as const
type Column = keyof typeof headings
const positions: readonly Column[] = ['name', 'shortName', 'kind', 'topics', 'head', 'phone', 'mobile']

const kindNames: readonly (readonly [RegExp, Department['kind']])[] = [
  [/предприят|муп/, 'enterprise'],
  [/учрежден|мбу|мку|мау|школа|сад/, 'institution'],
  [/орган/, 'body'],
]

/** Adds the structures of a table and their heads. With headings columns go by them, without by their places; a name that is there already is refused. */
export function takeStructures(rows: readonly TableRow[], directory: Directory): TakenStructures {
  const cells = rows.map((row) => row.map((cell) => (cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).trim())))
  const first = cells[0]?.map((cell) => cell.toLowerCase()) ?? []
  const byHeading = Object.fromEntries(
    positions.flatMap((column) => {
      const at = first.findIndex((cell) => headings[column].test(cell))
      return at < 0 ? [] : [[column, at]]
    }),
  ) as Partial<Record<Column, number>>
  const headed = byHeading.name !== undefined
  const columns: Partial<Record<Column, number>> = headed ? byHeading : Object.fromEntries(positions.map((column, at) => [column, at]))

  let grown = directory
  let [departments, people] = [0, 0]
  const refused: { line: number; name: string; reason: DepartmentFormError | PersonFormError }[] = []
  cells.forEach((row, index) => {
    if ((headed && index === 0) || row.every((cell) => cell === '')) return
    const cell = (column: Column): string => row[columns[column] ?? -1] ?? ''
    const line = index + 1
    const name = cell('name')
    const kind = kindNames.find(([pattern]) => pattern.test(`${cell('kind')} ${cell('kind') === '' ? name : ''}`.toLowerCase()))?.[1] ?? 'subdivision'
    const department = checkDepartment({ ...emptyDepartmentForm, name, shortName: cell('shortName'), kind, topics: cell('topics') }, grown)
    if (!department.ok) {
      refused.push({ line, name, reason: Object.values(department.error)[0] ?? 'nameMissing' })
      return
    }
    grown = withDepartment(grown, department.value)
    departments += 1
    if (cell('head') === '') return
    const head = checkPerson(
      { ...emptyPersonForm, name: cell('head'), place: 'head', role: 'department', department: department.value.id, workPhone: cell('phone'), mobilePhone: cell('mobile') },
      grown,
    )
    if (head.ok) {
      grown = withPerson(grown, head.value)
      people += 1
    } else refused.push({ line, name: cell('head'), reason: Object.values(head.error)[0] ?? 'nameMissing' })
  })
  return { directory: grown, departments, people, refused }
}
