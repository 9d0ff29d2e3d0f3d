import type { Department, Directory } from '../../shared/domain/people/directory'
import type { DepartmentId, PersonId } from '../../shared/domain/people/roles'
import type { ServerLink } from '../../shared/server/link'
import { officeDocumentId } from '../../shared/server/officeDocuments'
import { trialDepartments } from './trialPeople'

const named = (id: string, name: string, shortName: string, topics: readonly string[]): Department => ({ id: id as DepartmentId, name, shortName, kind: 'subdivision', topics: [...topics] })
const directory: Directory = {
  departments: [
    named('roads', 'Отдел дорожного хозяйства и транспорта', 'Отдел дорог', ['дорога', 'снег', 'яма', 'автобус']),
    named('housing', 'Отдел жилищно-коммунального хозяйства', 'Отдел ЖКХ', ['двор', 'отопление', 'вода', 'мусор']),
    named('schools', 'Управление образования', 'Образование', ['школа', 'детский сад']),
  ],
  people: [
    { id: 'operator' as PersonId, name: 'Пробная Ольга Ивановна', position: 'Оператор официальных страниц', role: 'operator' },
    { id: 'operator-two' as PersonId, name: 'Пробный Олег Петрович', position: 'Оператор официальных страниц', role: 'operator' },
    { id: 'supervisor' as PersonId, name: 'Пробная Вера Семёновна', position: 'Первый заместитель главы', role: 'supervisor' },
    { id: 'administrator' as PersonId, name: 'Пробный Андрей Львович', position: 'Системный администратор', role: 'administrator' },
    ...trialDepartments.map((department, index) => ({ id: `head-${department}` as PersonId, name: ['Пробный Роман Дмитриевич', 'Пробная Жанна Коммунаровна', 'Пробная Светлана Школьникова'][index] ?? department, position: 'Руководитель', role: 'department' as const, department, place: 'head' as const })),
  ],
}

/** The office's documents that the windows show; those that somebody has changed since stay. */
export async function layOffice(admin: ServerLink): Promise<void> {
  for (const [name, value] of [['name', 'Администрация пробного района'], ['directory', directory]] as const) {
    const id = officeDocumentId(name)
    const laid = await admin({ method: 'PUT', path: `/directory/${encodeURIComponent(id)}`, body: { _id: id, value } })
    if (!laid.ok || (laid.value.status >= 300 && laid.value.status !== 409)) throw new Error(`The office's document ${name} was not laid`)
  }
}
