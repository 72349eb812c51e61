import type { Frame } from './askFrame'
import { useRequestEvent } from '#imports'
import { askFrame } from './askFrame'

/** What stands around a page that has to be drawn even when the CMS cannot be asked. */
export async function useFrame({ ask }: { ask: boolean }): Promise<Frame> {
  const { cms } = useRequestEvent()!.context
  const frame = ask ? await askFrame(cms).catch(() => UNASKED) : UNASKED
  return { ...frame, path: '' }
}

/** What the CMS says before anybody has named the site. */
const UNASKED: Omit<Frame, 'path'> = { site: { name: 'Masthead', journalTitle: 'Journal' }, ctas: [] }
