import { PERMISSIONS_POLICY } from '@masthead/shared/PERMISSIONS_POLICY'

/** The security headers of every response. Pages have inline styles and no scripts. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    'default-src \'self\'',
    'script-src \'none\'',
    'style-src \'self\' \'unsafe-inline\'',
    'img-src \'self\' data:',
    'object-src \'none\'',
    'base-uri \'none\'',
    'form-action \'self\'',
    'frame-ancestors \'none\'',
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': PERMISSIONS_POLICY,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
}
