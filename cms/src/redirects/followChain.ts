import type { Leading, PathLookup } from './PathLookup.ts'
import { pathOfTarget, redirectLocation } from '@masthead/shared/redirectTarget'

/** Returns the final target of a redirect, or the circle in which it would lead. */
export async function followChain(
  { from, to }: Pick<Leading, 'from'> & { to: string },
  { redirectAt }: Pick<PathLookup, 'redirectAt'>,
): Promise<Followed> {
  const passed = [from]
  let end = to
  let isSettled = false
  for (let at = to; ;) {
    const path = pathOfTarget(at)
    if (path === undefined)
      return { to: end }
    if (passed.includes(path))
      return { circle: [...passed, path] }
    const next = await redirectAt(path)
    if (!next?.to)
      return { to: end }
    passed.push(path)
    at = through(at, next.to)
    // Nothing permanent follows a temporary redirect, whose target may change tomorrow.
    isSettled ||= !isPermanent(next)
    if (!isSettled)
      end = at
  }
}

export type Followed = { to: string } | { circle: string[] }

/**
 * Returns where a reader with this target ends after another redirect: the query and fragment of the target are passed
 * on.
 */
export function through(target: string, next: string): string {
  const { search, hash } = new URL(target, 'http://site')
  const location = redirectLocation(next, search)
  return location.includes('#') ? location : location + hash
}

export function isPermanent({ status }: Pick<Leading, 'status'>): boolean {
  return status === '301' || status === '308'
}
