import process from 'node:process'
import { PERMISSIONS_POLICY } from '@masthead/shared/PERMISSIONS_POLICY'
import { env } from '../env.ts'

/** Returns the security headers of every response of the CMS, admin and API alike. */
export function securityHeaders(policy: string): Record<string, string> {
  return { ...HEADERS, 'Content-Security-Policy': policy, ...transportSecurity() }
}

/**
 * Returns the policy of the admin: it allows the admin's own scripts, which Next marks with the nonce, and the scripts
 * that those load; no inline scripts and no other origins.
 */
export function adminPolicy(nonce: string): string {
  return policyOf({
    'default-src': ['\'self\''],
    'script-src': [`'nonce-${nonce}'`, '\'strict-dynamic\'', ...(IS_DEVELOPMENT ? ['\'unsafe-eval\''] : [])],
    // React and the editor write styles into the page where no nonce reaches.
    'style-src': ['\'self\'', '\'unsafe-inline\''],
    'img-src': ['\'self\'', 'data:', 'blob:'],
    'font-src': ['\'self\''],
    'connect-src': ['\'self\'', ...(IS_DEVELOPMENT ? ['ws:'] : [])],
    'object-src': ['\'none\''],
    'frame-src': ['\'none\''],
    'base-uri': ['\'none\''],
    'form-action': ['\'self\''],
    'frame-ancestors': ['\'self\''],
  })
}

/** The policy of the API: a response is data or a picture, and loads nothing. */
export const apiPolicy = policyOf({ 'default-src': ['\'none\''], 'frame-ancestors': ['\'self\''] })

function policyOf(directives: Record<string, string[]>): string {
  return Object.entries(directives).map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
}

/** Returns the HSTS header if the operator has set its duration. Browsers respect it over HTTPS only. */
function transportSecurity(): Record<string, string> {
  return env.hstsMaxAgeS !== undefined && env.cmsUrl.startsWith('https:') ? { 'Strict-Transport-Security': `max-age=${env.hstsMaxAgeS}` } : {}
}

// Next reloads changed code by means that production forbids.
const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': PERMISSIONS_POLICY,
  'X-Frame-Options': 'SAMEORIGIN',
}
