import { linkProblem } from './linkProblem.ts'

/** Whether a link is safe to render. The CMS refuses unsafe links, and the site renders only their text. */
export function isSafeUrl(url: string): boolean {
  return linkProblem(url) === undefined
}
