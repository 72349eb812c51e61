/** The header `Permissions-Policy` of every page: none uses what a browser has to be asked for. */
export const PERMISSIONS_POLICY = ['browsing-topics', 'camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(feature => `${feature}=()`).join(', ')
