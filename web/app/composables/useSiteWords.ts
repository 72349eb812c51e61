import type { SiteWords } from '../selections'
import { useRequestEvent } from '#imports'
import { SITE } from '../selections'

/** The words of the site for a page that has to be drawn even when the CMS cannot be asked. */
export async function useSiteWords({ ask }: { ask: boolean }): Promise<SiteWords> {
  const { cms } = useRequestEvent()!.context
  return ask ? cms.global('site', { select: SITE }).catch(() => UNASKED) : UNASKED
}

/** What the CMS says before anybody has named the site. */
const UNASKED: SiteWords = { name: 'Masthead', journalTitle: 'Journal' }
