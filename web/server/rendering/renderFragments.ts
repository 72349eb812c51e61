import type { Layout, SlotName } from '../../app/layout/Layout'
import type { Renderer } from './RenderPool'

/** The HTML of each slot but the number of the feed. */
export type FragmentsHtml = Partial<Record<SlotName, string>>

/**
 * Renders the parts of a layout for the page at a path.
 *
 * @throws {RenderError}
 */
export async function renderFragments(renderer: Renderer, layout: Layout, path: string): Promise<FragmentsHtml> {
  const { pieces } = await renderer.render({
    path: `${LAYOUT_PATH}?${new URLSearchParams({ at: path })}`,
    slots: true,
    layout,
  }, ({ path }) => Promise.reject(new Error(`The layout requested ${path}.`)))
  return Object.fromEntries(pieces.flatMap(({ slot, text }) => slot ? [[slot, text]] : []))
}

/** The address at which the framework renders the parts of the layout, for this server alone. */
export const LAYOUT_PATH = '/_frame'
