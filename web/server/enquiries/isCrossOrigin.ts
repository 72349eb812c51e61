import type { IncomingHttpHeaders } from 'node:http'

/** Whether a form was sent from another site's page. A browser says where from; what says nothing is no browser. */
export function isCrossOrigin({ origin, referer, host, 'sec-fetch-site': site }: IncomingHttpHeaders, siteUrl: string): boolean {
  if (site === 'same-origin')
    return false
  const from = origin ?? referer
  if (from === undefined)
    return false
  return !URL.canParse(from) || ![new URL(siteUrl).host, host].includes(new URL(from).host)
}
