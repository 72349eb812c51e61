/** The designed page for an error, as HTML; the CMS is not asked. */
export async function errorPage(status: number): Promise<string> {
  const query = new URLSearchParams({ statusCode: String(status), url: '/' })
  const page = await useNitroApp().localFetch(`/__nuxt_error?${query}`, { headers: { 'x-nuxt-error': 'true' } })
  return page.text()
}

/** Seconds after which one may come back: a CMS that begins again is there in a few. */
export const RETRY_AFTER = 5
