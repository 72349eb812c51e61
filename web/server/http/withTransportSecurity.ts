import type { RequestListener } from 'node:http'

/** Adds to every response, errors included, for how many seconds browsers open the site over HTTPS only. */
export function withTransportSecurity(maxAgeS: number, next: RequestListener): RequestListener {
  return (request, response) => {
    response.setHeader('Strict-Transport-Security', `max-age=${maxAgeS}`)
    next(request, response)
  }
}
