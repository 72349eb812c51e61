import type { H3Event } from 'h3'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Sends pages in the smallest form that the reader's browser takes: nothing in front of the web need do it. */
export default defineNitroPlugin(({ hooks }) => {
  hooks.hook('render:response', async (response, { event }) => {
    if (typeof response.body !== 'string' || event.method === 'HEAD')
      return
    appendResponseHeader(event, 'Vary', 'Accept-Encoding')
    const encoding = encodingFor(event)
    if (!encoding)
      return
    setResponseHeader(event, 'Content-Encoding', encoding)
    response.body = await ENCODINGS[encoding](response.body)
  })
})

// Brotli at its usual quality takes ten times as long as the page.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const ENCODINGS = {
  br: (body: string) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: string) => promisify(gzip)(body),
}

function encodingFor(event: H3Event): keyof typeof ENCODINGS | undefined {
  const accepted = getRequestHeader(event, 'accept-encoding') ?? ''
  return (['br', 'gzip'] as const).find(encoding => new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:,|;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))|$)`).test(accepted))
}
