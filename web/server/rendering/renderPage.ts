import type { Piece } from '../../app/layout/slotMarkers'
import type { OwnPage } from '../page-cache/OwnPage'
import type { Page, PageHeaders } from '../page-cache/Page'
import type { Rendering } from './rendering'
import { makeOwnPage } from '../page-cache/OwnPage'
import { makePage } from '../page-cache/Page'
import { rendering } from './rendering'

/** A page to compose with its layout, or a whole response that is none: an error, a redirect. */
export type RenderedPage = { own: OwnPage, page?: undefined } | { own?: undefined, page: Page }

/** Gets a response of the framework, in this process. */
export type LocalFetch = (path: string, init: { redirect: 'manual' }) => Promise<Response>

/** Renders the page at a path, in a request that contains nothing a reader sent. */
export async function renderPage(
  localFetch: LocalFetch,
  path: string,
  current: Pick<Rendering, 'interceptor'>,
): Promise<RenderedPage> {
  let pieces: Piece[] | undefined
  const { status, headers, html } = await rendering.run(
    { ...current, takePieces: taken => pieces = taken },
    async () => {
      const response = await localFetch(path, { redirect: 'manual' })
      return { status: response.status, headers: [...response.headers] as PageHeaders, html: await response.text() }
    },
  )
  return status === 200 && pieces
    ? { own: await makeOwnPage(headers, pieces) }
    : { page: await makePage({ status, headers, html }) }
}
