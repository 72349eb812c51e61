import { createHash } from 'node:crypto'

/**
 * Everything that a reader can reach from the home page, by its path: words as they are, pictures by their hash. Left
 * out is what differs with each render: the number of the feed, and the id that a form is given.
 */
export async function crawl(url: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const paths = ['/']
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    if (found.has(path))
      continue
    const answer = await fetch(url + path)
    const type = answer.headers.get('content-type') ?? ''
    if (!type.startsWith('text/html')) {
      found.set(
        path,
        `${answer.status} ${type} ${createHash('sha256').update(new Uint8Array(await answer.arrayBuffer())).digest('hex')}`,
      )
      continue
    }
    const html = await answer.text()
    found.set(
      path,
      `${answer.status} ${html.replace(/; feed=\d+/g, '').replace(/(name="submission" value=")[^"]*/g, '$1')}`,
    )
    paths.push(...pathsIn(html, url))
  }
  return found
}

function pathsIn(html: string, url: string): string[] {
  const attributes = [...html.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)].map(([, value]) =>
    value!.replaceAll('&amp;', '&'),
  )
  return attributes
    .flatMap(value => value.split(/\s*,\s+|\s+\d+w/))
    .map(address => address.replace(url, '').split('#')[0]!)
    .filter(address => /^\/(?!\/)/.test(address))
}
