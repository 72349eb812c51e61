import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { encodingFor } from '../http/encodingFor'

/** Sends what is not kept (the thanks for an enquiry, a form with its errors) in the smallest form that the reader takes; kept pages have theirs. */
export default defineNitroPlugin(({ hooks }) => {
  hooks.hook('render:response', async (response, { event }) => {
    if (typeof response.body !== 'string' || event.method === 'HEAD')
      return
    appendResponseHeader(event, 'Vary', 'Accept-Encoding')
    const encoding = encodingFor(getRequestHeader(event, 'accept-encoding'))
    if (encoding === 'identity')
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
