import { htmlOf } from '../../app/frame/slotMarks'
import { isRenderer } from './isRenderProcess'

/** The designed page for an error, as HTML; the CMS is not asked. */
export async function errorPage(status: number): Promise<string> {
  const path = `${ERROR_PATH}?${new URLSearchParams({ statusCode: String(status), url: '/' })}`
  if (isRenderer)
    return (await useNitroApp().localFetch(path)).text()
  const { renderer } = await import('./renderer')
  const { pieces } = await renderer.render({ path }, ({ path }) => Promise.reject(new Error(`The page of an error asked for ${path}.`)))
  return htmlOf(pieces)
}

/** Where the framework has the page of an error. No reader is to ask for it. */
export const ERROR_PATH = '/__nuxt_error'

/** Seconds after which one may come back: a CMS that begins again is there in a few. */
export const RETRY_AFTER = 5
