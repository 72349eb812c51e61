import type { Leading, PathLookup } from './PathLookup.ts'
import { isFixedPath } from '@masthead/shared/paths'
import { redirectTarget } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'
import { followChain } from './followChain.ts'

/** The reason why a redirect is invalid, and how to fix it. Both sentences end with a full stop. */
export interface RedirectProblem {
  what: string
  mend: string
}

/**
 * Returns the problem with a redirect's old address.
 * @param id the redirect's own id, once it has one
 */
export async function problemOfFrom(from: string | null | undefined, id: string | undefined, known: PathLookup): Promise<RedirectProblem | undefined> {
  if (!from)
    return { what: 'The old address is missing.', mend: 'Write a path of this site, such as /old-page.' }
  const path = sitePath(from)
  if (path === undefined)
    return { what: `“${from}” is no address of this site.`, mend: 'Write a path, such as /old-page.' }
  if (isFixedPath(path))
    return { what: `“${path}” always belongs to the site itself.`, mend: 'Redirect another address.' }
  const page = await known.pageAt(path)
  if (page)
    return { what: `“${path}” is the page of ${page}, which readers would no longer reach.`, mend: 'Unpublish it, or give it another address: the CMS then creates this redirect.' }
  const other = await known.redirectAt(path)
  return other && other.id !== id
    ? { what: `“${path}” is redirected already, ${wordsFor(other)}.`, mend: 'Change that redirect instead.' }
    : undefined
}

export async function problemOfTarget({ from, to, status }: Partial<Leading>, known: PathLookup): Promise<RedirectProblem | undefined> {
  if (status === '410')
    return undefined
  if (!to)
    return { what: 'The target is missing.', mend: 'Give an address, or the status 410 if nothing replaces the page.' }
  const target = redirectTarget(to, known.siteUrl)
  if (target === undefined)
    return { what: `“${to}” is no target for a redirect.`, mend: 'Write a path of this site, such as /about, or a whole web address, https://….' }
  const followed = from ? await followChain({ from, to: target }, known) : { to: target }
  if (!('circle' in followed))
    return undefined
  return followed.circle.length === 2
    ? { what: `“${from}” would lead to itself.`, mend: 'Lead it elsewhere.' }
    : { what: `That would lead in a circle: ${followed.circle.join(' → ')}.`, mend: 'Lead it elsewhere, or change one of the others first.' }
}

/** Returns where a redirect leads, as part of a sentence. */
export function wordsFor({ to }: Pick<Leading, 'to'>): string {
  return to ? `to “${to}”` : 'as permanently gone'
}
