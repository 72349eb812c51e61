/** As far as it is used here: the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(font: Uint8Array, text: string, options: {
    targetFormat: 'sfnt' | 'woff' | 'woff2'
    variationAxes?: Record<string, number>
    keepFeatures?: string[]
    noHinting?: boolean
    noLayoutClosure?: boolean
  }): Promise<Uint8Array>
}
