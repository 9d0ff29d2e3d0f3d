import type { CaseId } from '../../shared/domain/journal/ids'
import type { TrayState } from '../../shared/ipc/app'

const title = 'Отклик'

/** The line under the pointer: counts and the nearest deadline. */
export function tooltipOf({ dueSoon, overdue, unsent, nearest }: TrayState): string {
  const parts = [
    overdue > 0 ? `просрочено: ${overdue}` : null,
    dueSoon > 0 ? `скоро срок: ${dueSoon}` : null,
    unsent > 0 ? `не отправлено: ${unsent}` : null,
    nearest === null ? null : `ближайший срок: ${nearest}`,
  ].filter((part) => part !== null)
  return [title, ...(parts.length === 0 ? ['сроки не горят'] : parts)].join('\n')
}

export type TrayMenuItem =
  | { readonly kind: 'open' | 'quit' | 'note'; readonly label: string }
  | { readonly kind: 'case'; readonly label: string; readonly caseId: CaseId }
  | { readonly kind: 'separator' }

/** The menu: the window, the most urgent cases, the end. */
export function menuOf({ urgent, unsent }: TrayState): TrayMenuItem[] {
  return [
    { kind: 'open', label: `Открыть «${title}»` },
    { kind: 'separator' },
    ...(urgent.length === 0
      ? [{ kind: 'note' as const, label: 'Срочных сообщений нет' }]
      : urgent.map(({ caseId, label }) => ({ kind: 'case' as const, label, caseId }))),
    { kind: 'separator' },
    { kind: 'quit', label: unsent > 0 ? `Выйти (не отправлено: ${unsent})…` : 'Выйти' },
  ]
}
