import type { IncomingHttpHeaders } from 'node:http'

/** Returns whether a page of another site sent a form. Browsers say where a form comes from; other programs may not. */
export function isCrossOrigin(
  { origin, referer, host, 'sec-fetch-site': site }: IncomingHttpHeaders,
  siteUrl: string,
): boolean {
  if (site === 'same-origin')
    return false
  const from = origin ?? referer
  if (from === undefined)
    return false
  return !URL.canParse(from) || ![new URL(siteUrl).host, host].includes(new URL(from).host)
}
