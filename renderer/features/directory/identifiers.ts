/** Russian letters in Latin ones, by the passport rules (GOST R 52535.1) simplified to a–z. */
const latin: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
}

/** Lower-case a–z, digits and single hyphens; begins with a letter where there is one. */
export function latinSlug(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .replace(/-+$/, '')
}

/**
 * An id of at most `max` characters that is not among `taken`: ids become parts of document and database names and stay when
 * the name changes, so they are made once, from the first name.
 */
export function freeId(name: string, fallback: string, max: number, taken: ReadonlySet<string>): string {
  const base = (latinSlug(name) || fallback).slice(0, max).replace(/-+$/, '')
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) {
    const suffix = `-${n}`
    const id = base.slice(0, max - suffix.length).replace(/-+$/, '') + suffix
    if (!taken.has(id)) return id
  }
}
