import type { H3EventContext } from 'h3'
import type { Frame } from './Frame'
import { useRequestEvent } from '#imports'
import { UNNAMED } from '../site'
import { askFrame } from './askFrame'
import { frameOf } from './frameOf'
import { SAMPLE_FRAME } from './SAMPLE_FRAME'

/**
 * Returns the content around the page: the one that the site instance supplies, or a sample if it fills the slots
 * itself. Only a page that is not cached asks the CMS; if that fails, it has the frame of a site without a name.
 */
export function useFrame({ ask = true } = {}): Promise<Frame> {
  const { context } = useRequestEvent()!
  // The page asks for it early, beside its own questions; then it is drawn.
  return context.asksFrame ??= frameFor(context, ask)
}

async function frameFor({ cms, frame, slotMark }: H3EventContext, ask: boolean): Promise<Frame> {
  if (frame)
    return frame
  if (slotMark)
    return SAMPLE_FRAME
  const unnamed = frameOf(UNNAMED)
  return ask ? askFrame(cms).catch(() => unnamed) : unnamed
}
