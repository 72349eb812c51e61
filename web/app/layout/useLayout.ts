import type { H3EventContext } from 'h3'
import type { Layout } from './Layout'
import { useRequestEvent } from '#imports'
import { UNNAMED } from '../site'
import { fetchLayout } from './fetchLayout'
import { layoutOf } from './layoutOf'
import { SAMPLE_LAYOUT } from './SAMPLE_LAYOUT'

/**
 * Returns the content around the page: the one that the site instance supplies, or a sample if it fills the slots
 * itself. Only a page that is not cached requests it from the CMS. If that fails, it has the layout of a site without a
 * name.
 */
export function useLayout({ ask = true } = {}): Promise<Layout> {
  const { context } = useRequestEvent()!
  // The page requests it early, beside its own requests, and renders it later.
  return context.layoutRequest ??= layoutFor(context, ask)
}

async function layoutFor({ cms, layout, slotMarker }: H3EventContext, ask: boolean): Promise<Layout> {
  if (layout)
    return layout
  if (slotMarker)
    return SAMPLE_LAYOUT
  const unnamed = layoutOf(UNNAMED)
  return ask ? fetchLayout(cms).catch(() => unnamed) : unnamed
}
