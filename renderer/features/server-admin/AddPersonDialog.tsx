import { Alert, Autocomplete, Button, TextField } from '@mui/material'
import { useMemo, useState } from 'react'
import type { Person } from '../../../shared/domain/people/directory'
import type { ServerUser } from '../../../shared/server/provision/users'
import { departmentName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useNavigation } from '../../ui/navigation'
import { useAdministration } from './administrationContext'
import type { Slip } from './PasswordSlip'
import { machineRandom, personPassword } from './passwords'
import { chosenRoles, rolesOf, rolesText, withoutAccount } from './roles'
import { RolesField } from './RolesField'
import { troubleText } from './troubleText'

const words = serverAdmin.people

/** A person of the directory gets an account with a password of the program's making. */
export function AddPersonDialog({ users, onDone, onClose }: { users: readonly ServerUser[]; onDone: (slip: Slip) => void; onClose: () => void }) {
  const { administration, address, user } = useAdministration()
  const directory = useDirectory()
  const { go } = useNavigation()
  const people = useMemo(() => withoutAccount(users, directory), [users, directory])
  const [person, setPerson] = useState<Person | null>(null)
  const [chosen, setChosen] = useState(chosenRoles([]))
  const roles = rolesOf(chosen)
  const add = async () => {
    if (person === null || roles === null) return words.noRole
    const password = personPassword(machineRandom)
    const added = await administration.add({ name: person.id, roles }, password)
    if (!added.ok) return troubleText(added.error)
    onDone({ name: person.id, title: person.name, roles, password })
    return undefined
  }
  const directoryButton = <Button onClick={() => go({ screen: 'directory' })}>{words.toDirectory}</Button>
  return (
    <ActionDialog
      title={words.addTitle}
      confirmLabel={words.addDo}
      disabled={person === null || roles === null}
      onConfirm={add}
      onClose={onClose}
      otherActions={directoryButton}
      {...(person === null || roles === null ? {} : { consequence: { will: words.addWill(person.name, rolesText(roles, directory)), where: words.where(address), inName: words.inName(user) } })}
    >
      {people.length === 0 ? (
        <Alert severity="info">{words.nobodyLeft}</Alert>
      ) : (
        <>
          <Autocomplete
            options={people}
            value={person}
            onChange={(_event, next) => {
              setPerson(next)
              if (next !== null) setChosen(chosenRoles([], next))
            }}
            getOptionKey={({ id }) => id}
            getOptionLabel={({ name, department }) => (department === undefined ? name : `${name} – ${departmentName(directory, department)}`)}
            renderInput={(input) => <TextField {...input} autoFocus required label={words.choose} helperText={words.chooseHint} />}
          />
          {person !== null && <RolesField chosen={chosen} set={setChosen} />}
        </>
      )}
    </ActionDialog>
  )
}
