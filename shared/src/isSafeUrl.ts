import { linkProblem } from './linkProblem.ts'

/** Whether a link may be drawn: the CMS refuses those that may not, the site draws their words alone. */
export function isSafeUrl(url: string): boolean {
  return linkProblem(url) === undefined
}
