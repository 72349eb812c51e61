import type { RequestListener } from 'node:http'

/** Has every answer tell browsers for how many seconds to open the site over HTTPS only, errors included. */
export function withTransportSecurity(maxAgeS: number, next: RequestListener): RequestListener {
  return (request, response) => {
    response.setHeader('Strict-Transport-Security', `max-age=${maxAgeS}`)
    next(request, response)
  }
}
