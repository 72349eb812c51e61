/** The header `Permissions-Policy` of every page: no page uses a feature that needs the browser's permission. */
export const PERMISSIONS_POLICY = [
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'payment',
  'usb',
].map(feature => `${feature}=()`).join(', ')
