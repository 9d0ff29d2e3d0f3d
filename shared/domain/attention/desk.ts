import type { Deadline } from '../deadlines'
import type { Actor } from '../people/roles'

/**
 * For whom a computer watches: `everyone` where one person acts in all roles (a computer that works alone); `nobody` for a
 * supervisor and an administrator, who can do nothing about a term.
 */
export type WatchingDesk =
  | { readonly whose: 'operator' | 'everyone' | 'nobody' }
  | { readonly whose: 'department'; readonly department: string }

/** @param alone whether this computer works alone, so that its person acts in every role */
export function deskOf(actor: Actor, alone: boolean): WatchingDesk {
  if (alone) return { whose: 'everyone' }
  switch (actor.role) {
    case 'operator':
      return { whose: 'operator' }
    case 'department':
      return { whose: 'department', department: actor.department }
    case 'supervisor':
    case 'administrator':
      return { whose: 'nobody' }
  }
}

/**
 * The open deadlines that this desk can do something about (AT5). Of those that end at one instant the first named stands for
 * all: a stage before the envelope that capped it.
 */
export function deadlinesFor(desk: WatchingDesk, deadlines: readonly Deadline[]): readonly Deadline[] {
  const open = deadlines.filter(({ closedAt }) => closedAt === null)
  const ours = open.filter((deadline) => isFor(desk, deadline, open))
  return ours.filter(({ due }, place) => ours.findIndex((other) => other.due === due) === place)
}

function isFor(desk: WatchingDesk, deadline: Deadline, open: readonly Deadline[]): boolean {
  switch (desk.whose) {
    case 'everyone':
      return true
    case 'nobody':
      return false
    case 'operator':
      return departmentsOf(deadline, open).length === 0
    case 'department':
      return departmentsOf(deadline, open).includes(desk.department)
  }
}

/** The departments that have to act; none where the operator has to. */
function departmentsOf(deadline: Deadline, open: readonly Deadline[]): readonly string[] {
  switch (deadline.id) {
    case 'answer':
    case 'rework':
      return deadline.department === null ? [] : [deadline.department]
    case 'total':
      // 3.2 par. 5 bounds the departments' work; before a forwarding and after the answer it is the operator who can move it.
      return open.flatMap((other) => (other.id === 'total' ? [] : departmentsOf(other, open)))
    case 'triage':
    case 'publication':
    case 'explanation':
    case 'emergency':
    case 'registration':
    case 'appealForwarding':
    case 'appealAnswer':
      return []
  }
}
