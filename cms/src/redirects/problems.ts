import type { Leading, PathLookup } from './PathLookup.ts'
import { isFixedPath } from '@masthead/shared/paths'
import { redirectTarget } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'
import { followChain } from './followChain.ts'

/** The reason why a redirect is invalid, and how to fix it. Both sentences end with a full stop. */
export interface RedirectProblem {
  problem: string
  fix: string
}

/**
 * Returns the problem with a redirect's old address.
 * @param id the redirect's own id, once it has one
 */
export async function problemOfFrom(
  from: string | null | undefined,
  id: string | undefined,
  known: PathLookup,
): Promise<RedirectProblem | undefined> {
  if (!from)
    return { problem: 'The old address is missing.', fix: 'Write a path of this site, such as /old-page.' }
  const path = sitePath(from)
  if (path === undefined)
    return { problem: `“${from}” is no address of this site.`, fix: 'Write a path, such as /old-page.' }
  if (isFixedPath(path))
    return { problem: `“${path}” always belongs to the site itself.`, fix: 'Redirect another address.' }
  const page = await known.pageAt(path)
  if (page) {
    return {
      problem: `“${path}” is the page of ${page}, which readers would no longer reach.`,
      fix: 'Unpublish it, or give it another address: the CMS then creates this redirect.',
    }
  }
  const other = await known.redirectAt(path)
  return other && other.id !== id
    ? { problem: `“${path}” is redirected already, ${wordsFor(other)}.`, fix: 'Change that redirect instead.' }
    : undefined
}

export async function problemOfTarget(
  { from, to, status }: Partial<Leading>,
  known: PathLookup,
): Promise<RedirectProblem | undefined> {
  if (status === '410')
    return undefined
  if (!to) {
    return {
      problem: 'The target is missing.',
      fix: 'Give an address, or the status 410 if nothing replaces the page.',
    }
  }
  const target = redirectTarget(to, known.siteUrl)
  if (target === undefined) {
    return {
      problem: `“${to}” is no target for a redirect.`,
      fix: 'Write a path of this site, such as /about, or a whole web address, https://….',
    }
  }
  const followed = from ? await followChain({ from, to: target }, known) : { to: target }
  if (!('circle' in followed))
    return undefined
  return followed.circle.length === 2
    ? { problem: `“${from}” would lead to itself.`, fix: 'Lead it elsewhere.' }
    : {
        problem: `That would lead in a circle: ${followed.circle.join(' → ')}.`,
        fix: 'Lead it elsewhere, or change one of the others first.',
      }
}

/** Returns where a redirect leads, as part of a sentence. */
export function wordsFor({ to }: Pick<Leading, 'to'>): string {
  return to ? `to “${to}”` : 'as permanently gone'
}
