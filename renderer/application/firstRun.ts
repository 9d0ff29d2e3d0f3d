import { localOperator } from './profile'
import type { OfficeStore, ProfileStore } from './ports'

/**
 * Work on this computer alone: the person becomes the operator of an office of this name. Settings first, the choice last: cut
 * off in between, the first screen asks again.
 */
export async function startAlone(
  parts: { readonly office: OfficeStore; readonly profile: ProfileStore },
  choice: { readonly officeName: string; readonly operatorName: string },
): Promise<void> {
  const { directory } = parts.office.current.get()
  const people = directory.people.filter((person) => person.id !== localOperator)
  await parts.office.save({
    name: choice.officeName.trim(),
    directory: { ...directory, people: [{ id: localOperator, name: choice.operatorName.trim() || 'Оператор', role: 'operator' }, ...people] },
  })
  await parts.profile.save({ mode: 'alone', actor: { person: localOperator, role: 'operator' } })
}
