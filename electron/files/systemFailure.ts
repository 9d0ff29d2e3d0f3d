/** The code of a system error (`ENOSPC`), or null for anything that is not one and therefore a bug. */
export function systemCode(failure: unknown): string | null {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' && /^E[A-Z0-9]+$/.test(failure.code) ? failure.code : null
}

/** What a person should know of a system error while writing or reading a file. */
export function inWords(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'на диске не осталось места'
    case 'EACCES':
    case 'EPERM':
      return 'нет прав на эту папку или файл'
    case 'EROFS':
      return 'диск доступен только для чтения'
    case 'ENOENT':
      return 'файл или папка не найдены'
    case 'EBUSY':
      return 'файл занят другой программой'
    case 'EISDIR':
      return 'это папка, а не файл'
    case 'ENAMETOOLONG':
      return 'слишком длинное имя файла'
    default:
      return `ошибка системы ${code}`
  }
}
