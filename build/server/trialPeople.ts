import type { DepartmentId, PersonId } from '../../shared/domain/people/roles'
import type { ProvisionPlan } from '../../shared/server/provision/plan'

export const adminPassword = 'trial-admin'
/** The same for everyone: this server listens on loopback only and holds nothing real. */
const trialPassword = 'otklik-trial'
export const trialDepartments = ['roads', 'housing', 'schools'] as DepartmentId[]

/** Somebody of each role, two operators, and a head of each structure. */
export const trialPeople: ProvisionPlan['people'] = [
  { name: 'operator' as PersonId, roles: ['operator'], password: trialPassword },
  { name: 'operator-two' as PersonId, roles: ['operator'], password: trialPassword },
  { name: 'supervisor' as PersonId, roles: ['supervisor'], password: trialPassword },
  { name: 'administrator' as PersonId, roles: ['administrator'], password: trialPassword },
  ...trialDepartments.map((department) => ({ name: `head-${department}` as PersonId, roles: [{ department }], password: trialPassword })),
]

const sayRole = (role: ProvisionPlan['people'][number]['roles'][number]): string => {
  switch (role) {
    case 'operator': return 'оператор'
    case 'supervisor': return 'контролирующий'
    case 'administrator': return 'администратор программы'
    default: return `руководитель структуры ${role.department}`
  }
}

/** What a person needs to sign in, a line for each. */
export const sayTrialPeople = (): readonly string[] => [
  ...trialPeople.map(({ name, roles, password = '' }) => `  ${name.padEnd(14)} пароль ${password.padEnd(13)} ${roles.map(sayRole).join(', ')}`),
  `  ${'admin'.padEnd(14)} пароль ${adminPassword.padEnd(13)} администратор сервера: настройка, люди, удаление данных`,
]
