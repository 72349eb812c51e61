import { encode } from 'uqr'

export interface QrCode {
  /** The width and the height in modules, including the margin. */
  size: number
  /** The dark modules, as the path of an SVG. */
  path: string
}

/** Returns a text as a QR code. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')
  return { size, path }
}
