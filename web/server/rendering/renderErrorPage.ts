import type { Renderer } from './RenderPool'
import { htmlOf } from '../../app/layout/slotMarkers'

/**
 * Returns the designed page for an error, as HTML, without a request to the CMS.
 *
 * @throws {RenderError}
 */
export async function renderErrorPage(renderer: Renderer, status: number): Promise<string> {
  const { pieces } = await renderer.render(
    { path: errorPath(status) },
    ({ path }) => Promise.reject(new Error(`The page of an error requested ${path}.`)),
  )
  return htmlOf(pieces)
}

/** Returns where the framework has the page for an error. */
export function errorPath(status: number): string {
  return `${ERROR_PATH}?${new URLSearchParams({ statusCode: String(status), url: '/' })}`
}

/** Readers have no use for it. */
export const ERROR_PATH = '/__nuxt_error'
