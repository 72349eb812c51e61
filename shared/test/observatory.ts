/**
 * Returns what the HTTP Observatory of MDN adds to or takes from 100 points for a page that is reached over HTTPS, by
 * its rules of 2026. Whether HTTP redirects to HTTPS is not asked: the proxy in front does that.
 *
 * https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js
 */
export function observatoryPoints({ headers, html }: Page): Record<string, number> {
  return {
    'content-security-policy': policyPoints(headers.get('content-security-policy')),
    'cookies': headers.getSetCookie().every(cookie => /;\s*Secure/i.test(cookie) && /;\s*SameSite=(?:Lax|Strict)/i.test(cookie) && /;\s*HttpOnly/i.test(cookie)) ? 0 : -20,
    'cross-origin-opener-policy': headers.get('cross-origin-opener-policy') === 'same-origin' ? 10 : 0,
    'cross-origin-resource-sharing': headers.get('access-control-allow-credentials') === 'true' && headers.get('access-control-allow-origin') !== null ? -50 : 0,
    'referrer-policy': PRIVATE_REFERRERS.has(headers.get('referrer-policy') ?? '') ? 5 : headers.has('referrer-policy') ? -5 : 0,
    'strict-transport-security': transportPoints(headers.get('strict-transport-security')),
    'subresource-integrity': [...html.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].every(([, source]) => /^\/(?!\/)/.test(source!)) ? 0 : -5,
    'x-content-type-options': headers.get('x-content-type-options') === 'nosniff' ? 0 : -5,
    'x-frame-options': framePoints(headers),
  }
}

export interface Page {
  headers: Headers
  html: string
}

/** Returns the score: what is added counts only where at least 90 points are left of 100. From 100 on it is an A+. */
export function observatoryScore(page: Page): number {
  const points = Object.values(observatoryPoints(page))
  const left = 100 + sum(points.filter(point => point < 0))
  return left >= 90 ? 100 + sum(points) : left
}

function policyPoints(header: string | null): number {
  if (!header)
    return -25
  const policy = new Map(header.split(';').map((directive) => {
    const [name = '', ...sources] = directive.trim().split(/\s+/)
    return [name, sources] as const
  }))
  const sourcesOf = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*']
  const isStrict = sourcesOf('script-src').some(source => source.startsWith('\'nonce-')) && sourcesOf('script-src').includes('\'strict-dynamic\'')
  const scripts = isStrict ? sourcesOf('script-src').filter(source => source.startsWith('\'') && !['\'self\'', '\'unsafe-inline\''].includes(source)) : sourcesOf('script-src')
  const insecure = (name: string) => sourcesOf(name).some(source => /^(?:http|ftp):/.test(source))
  const isPassive = (name: string) => name === 'img-src' || name === 'media-src'
  if (scripts.some(isBroadOrInline) || sourcesOf('object-src').some(isBroad) || [...policy.keys()].some(name => !isPassive(name) && insecure(name)))
    return -20
  if ([...scripts, ...sourcesOf('style-src')].includes('\'unsafe-eval\'') || insecure('img-src') || insecure('media-src'))
    return -10
  if (sourcesOf('style-src').some(isBroadOrInline))
    return 0
  return policy.get('default-src')?.join() === '\'none\'' ? 10 : 5
}

function transportPoints(header: string | null): number {
  const [, maxAge] = /^max-age=(\d+)/.exec(header ?? '') ?? []
  return maxAge === undefined ? -20 : Number(maxAge) < SIX_MONTHS_S ? -10 : 0
}

function framePoints(headers: Headers): number {
  return /frame-ancestors (?:'none'|'self')/.test(headers.get('content-security-policy') ?? '') || /^(?:DENY|SAMEORIGIN)$/i.test(headers.get('x-frame-options') ?? '') ? 5 : -20
}

function isBroad(source: string): boolean {
  return /^(?:(?:ftp|https?):(?:\/\/\*(?:\.\*)?)?|\*)$/.test(source)
}

function isBroadOrInline(source: string): boolean {
  return isBroad(source) || source === '\'unsafe-inline\'' || source === 'data:'
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

const PRIVATE_REFERRERS = new Set(['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'])
const SIX_MONTHS_S = 15_768_000
