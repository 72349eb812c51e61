import type { Rule } from './AddressBook'
import { redirectLocation } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'
import { canonicalPath } from './canonicalPath'

/** A redirect in one step; undefined `location` if what was there is gone for good. */
export interface ResolvedRedirect {
  status: number
  location: string | undefined
}

/** Returns the rule of the first of these paths that has one. */
export type RuleOf = (paths: string[]) => Promise<Rule | undefined>

/**
 * Returns where to redirect a request: by the rule of exactly this spelling, else by the rule of the canonical
 * spelling, else to the canonical spelling, and then by the rules that follow. Undefined if the path is that of a page.
 *
 * @param path the path of the request, as it was sent
 * @param query the query with its question mark, or an empty text; a redirect within the site keeps it
 */
export async function resolveRedirect(
  path: string,
  query: string,
  ruleOf: RuleOf,
): Promise<ResolvedRedirect | undefined> {
  const canonical = canonicalPath(path)
  const rule = await ruleOf([...new Set([sitePath(path) ?? canonical, canonical])])
  const redirect = rule && await along(rule, query, ruleOf, [rule.from])
  return redirect ?? (canonical === path ? undefined : { status: 301, location: canonical + query })
}

/** Follows rules to their end. Returns undefined for a loop. */
async function along(
  { status, to }: Rule,
  query: string,
  ruleOf: RuleOf,
  passed: string[],
): Promise<ResolvedRedirect | undefined> {
  if (to === undefined)
    return { status, location: undefined }
  const location = redirectLocation(to, query)
  if (!location.startsWith('/'))
    return { status, location }
  const { pathname, search, hash } = new URL(location, 'http://site')
  const path = canonicalPath(pathname)
  if (passed.includes(path))
    return undefined
  const redirect = { status, location: path + search + hash }
  const next = passed.length < MAX_HOPS ? await ruleOf([path]) : undefined
  // The target itself says that it is gone.
  if (next?.to === undefined)
    return redirect
  const further = await along(next, search, ruleOf, [...passed, path])
  return further?.location === undefined
    ? redirect
    : { status: weaker(status, further.status), location: withHash(further.location, hash) }
}

/** Returns the status of two redirects in one: it is temporary if one of them is. */
function weaker(one: number, other: number): number {
  return one === 301 || one === 308 ? other : one
}

function withHash(location: string, hash: string): string {
  return location.includes('#') ? location : location + hash
}

/** The CMS flattens chains of permanent redirects, so only temporary ones form chains. */
const MAX_HOPS = 10
