import { useState } from 'react'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useSay } from '../../ui/snackbar'
import { useAdministration } from './administrationContext'
import { machineRandom, personPassword } from './passwords'
import type { Slip } from './PasswordSlip'
import { chosenRoles, rolesOf, rolesText, sameRoles, titleOf, type UserRow } from './roles'
import { RolesField } from './RolesField'
import { troubleText } from './troubleText'

const words = serverAdmin.people

interface UserDialogProps {
  readonly row: UserRow
  readonly onDone: (slip: Slip | null) => void
  readonly onClose: () => void
}

export function RolesDialog({ row, onDone, onClose }: UserDialogProps) {
  const { administration, address, user } = useAdministration()
  const directory = useDirectory()
  const say = useSay()
  const before = row.user.roles
  const [chosen, setChosen] = useState(chosenRoles(before, row.person))
  const roles = rolesOf(chosen)
  const change = async () => {
    if (roles === null) return words.noRole
    const done = await administration.giveRoles({ name: row.user.name, roles })
    if (!done.ok) return troubleText(done.error)
    say({ text: words.done.roles(titleOf(row)) })
    onDone(null)
    return undefined
  }
  return (
    <ActionDialog
      title={words.rolesTitle}
      confirmLabel={words.rolesDo}
      disabled={roles === null || sameRoles(roles, before)}
      onConfirm={change}
      onClose={onClose}
      {...(roles === null ? {} : { consequence: { will: words.rolesWill(titleOf(row), rolesText(before, directory), rolesText(roles, directory)), where: words.where(address), inName: words.inName(user) } })}
    >
      <RolesField chosen={chosen} set={setChosen} />
    </ActionDialog>
  )
}

export function NewPasswordDialog({ row, onDone, onClose }: UserDialogProps) {
  const { administration, address, user } = useAdministration()
  const renew = async () => {
    const password = personPassword(machineRandom)
    const done = await administration.renewPassword(row.user.name, password)
    if (!done.ok) return troubleText(done.error)
    onDone({ name: row.user.name, title: titleOf(row), roles: row.user.roles, password })
    return undefined
  }
  return (
    <ActionDialog title={words.passwordTitle} confirmLabel={words.passwordDo} onConfirm={renew} onClose={onClose} consequence={{ will: words.passwordWill(titleOf(row)), where: words.where(address), inName: words.inName(user) }}>
      {null}
    </ActionDialog>
  )
}

export function ShutOutDialog({ row, onDone, onClose }: UserDialogProps) {
  const { administration, address, user } = useAdministration()
  const say = useSay()
  const shut = async () => {
    const done = await administration.shutOut(row.user.name)
    if (!done.ok) return troubleText(done.error)
    say({ text: words.done.out(titleOf(row)) })
    onDone(null)
    return undefined
  }
  return (
    <ActionDialog
      title={words.outTitle}
      confirmLabel={words.outDo}
      confirmColor="error"
      onConfirm={shut}
      onClose={onClose}
      consequence={{ will: <>{words.outWill(titleOf(row))} {words.back}</>, where: words.where(address), inName: words.inName(user) }}
    >
      {null}
    </ActionDialog>
  )
}
