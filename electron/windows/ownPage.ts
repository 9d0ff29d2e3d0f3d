/** The scheme and host under which the program serves its own page to its own window. */
export const pageScheme = 'app'
export const pageHost = 'otklik'
export const startPage = `${pageScheme}://${pageHost}/index.html`

/** Whether an address is a page of the program itself. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${pageScheme}:` && host === pageHost
}
