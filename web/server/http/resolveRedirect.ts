import type { Rule } from './AddressBook'
import { redirectLocation } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'
import { canonicalPath } from './canonicalPath'

/** Where a reader is led, in one step; undefined `location` for what is gone for good. */
export interface ResolvedRedirect {
  status: number
  location: string | undefined
}

/** The rule of the first of these paths that has one. */
export type RuleOf = (paths: string[]) => Promise<Rule | undefined>

/**
 * Where a reader is led from an address: by the rule of exactly this spelling, else by the rule of the canonical one,
 * else to the canonical spelling; from there on by the rules that follow. Undefined where the page of this very address
 * is meant.
 *
 * @param path of the request, as it was sent
 * @param query with its question mark, or empty: it is passed on within the site
 */
export async function resolveRedirect(path: string, query: string, ruleOf: RuleOf): Promise<ResolvedRedirect | undefined> {
  const canonical = canonicalPath(path)
  const rule = await ruleOf([...new Set([sitePath(path) ?? canonical, canonical])])
  const redirect = rule && await along(rule, query, ruleOf, [rule.from])
  return redirect ?? (canonical === path ? undefined : { status: 301, location: canonical + query })
}

/** Undefined for a circle, in which nobody would arrive. */
async function along({ status, to }: Rule, query: string, ruleOf: RuleOf, passed: string[]): Promise<ResolvedRedirect | undefined> {
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
  // What is gone says so itself.
  if (next?.to === undefined)
    return redirect
  const further = await along(next, search, ruleOf, [...passed, path])
  return further?.location === undefined ? redirect : { status: weaker(status, further.status), location: withHash(further.location, hash) }
}

/** Of two steps in one, what may change tomorrow is not for good. */
function weaker(one: number, other: number): number {
  return one === 301 || one === 308 ? other : one
}

function withHash(location: string, hash: string): string {
  return location.includes('#') ? location : location + hash
}

/** The CMS carries redirects on to their end: only those that hold for now stand in a row. */
const MAX_HOPS = 10
