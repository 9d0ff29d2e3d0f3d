import createCache from '@emotion/cache'

/** The style library writes <style> elements; the page's policy admits only those with the nonce that came with the page. */
export function styleCache() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return createCache({ key: 'ok', prepend: true, ...(nonce === undefined ? {} : { nonce }) })
}
