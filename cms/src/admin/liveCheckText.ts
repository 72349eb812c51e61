import type { LiveCheck } from '../live/LiveCheck.ts'
import { formatCount } from '../usage/formatCount.ts'

/** Returns the result of a live check as a sentence. */
export function liveCheckText({ kind, pages, total, through, webs }: LiveCheck): string {
  const inside = through === 'inside' ? ' (seen from inside: the public address cannot be reached from the CMS)' : ''
  const problem = pages.find(({ problem }) => problem)?.problem
  if (problem)
    return `Not live yet: ${problem}${inside}`
  if (webs.live < webs.total)
    return `Not live everywhere yet: ${outOf(webs.live, webs.total)} site instances have it`
  if (pages.length === 0)
    return 'No page shows it'
  const seconds = (Math.max(...pages.map(({ took = 0 }) => took)) / 1000).toFixed(1)
  const sites = webs.total > 1 ? `; ${outOf(webs.live, webs.total)} site instances live` : ''
  if (kind === 'gone')
    return `Gone from the site ${seconds} s after that${sites}${inside}`
  const more = total > pages.length ? `, of ${formatCount(total)} that show it` : ''
  return `Live ${seconds} s after saving, on ${outOf(pages.length, pages.length)} ${pages.length === 1 ? 'page' : 'pages'}${more}${sites}${inside}`
}

/** Returns “2 of 3” with non-breaking spaces. */
function outOf(part: number, whole: number): string {
  return `${part}\u00A0of\u00A0${whole}`
}
