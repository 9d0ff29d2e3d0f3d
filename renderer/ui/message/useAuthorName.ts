import type { MessageAuthor } from '../../../shared/domain/journal/message'
import { ru } from '../../i18n/ru'
import { useActor } from '../applicationContext'

/** 1.4: a department is told a name only where the operator left it in; that is no unknown author. */
export function useAuthorName({ name }: MessageAuthor): string {
  const { role } = useActor()
  return name ?? (role === 'department' ? ru.common.authorWithheld : ru.common.noAuthor)
}
