import type { Parts } from './article.ts'
import type { Row } from './Row.ts'
import type { CmsServer, Editor } from './servers.ts'
import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { publishArticle } from './article.ts'
import { CORES, cpuSeconds, load, memoryOf, startCms, startWeb } from './servers.ts'
import { median, quantile } from './statistics.ts'

/** An article that nobody has asked for yet: each is rendered afresh. */
export async function coldRender(cms: CmsServer, slug: string): Promise<Row> {
  const web = await startWeb(cms, { keeps: false })
  const url = `${web.url}/blog/${slug}`
  const [first] = await times(1, () => read(url))
  // The next ones are of a process that has just begun.
  await times(30, () => read(url))
  const before = cpuSeconds(web.pid)
  const took = await times(30, () => read(url))
  const after = cpuSeconds(web.pid)
  await web.kill()
  const own = before === undefined || after === undefined ? undefined : (after - before) * 1000 / took.length
  return {
    what: 'Cold article',
    found: `${own?.toFixed(0) ?? '?'} ms of the web’s core; to the last byte, with the CMS, median ${median(took).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms, the very first ${first!.toFixed(0)} ms`,
    target: '≤ 40 ms of web time',
    isMet: own === undefined ? undefined : own <= 40,
  }
}

/** From the sending of a publish to the moment when every web shows it. */
export async function publishToLive(cms: CmsServer, editor: Editor, { id, slug }: { id: string, slug: string }, count: number): Promise<Row> {
  const webs = await Promise.all(Array.from({ length: count }, () => startWeb(cms, { core: CORES.all })))
  await Promise.all(webs.map(({ url }) => read(`${url}/blog/${slug}`)))
  let edition = 0
  const took = await times(40, async () => {
    const words = `Edition ${count} ${++edition}.`
    const begun = performance.now()
    const published = editor.publish(id, { excerpt: words })
    await Promise.all(webs.map(({ url }) => untilShown(`${url}/blog/${slug}`, words)))
    await published
    return performance.now() - begun
  })
  await Promise.all(webs.map(({ kill }) => kill()))
  return {
    what: `Publish to live, ${count} ${count === 1 ? 'web' : 'webs'}`,
    found: `median ${median(took).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms`,
    target: 'median ≤ 150 ms, p99 ≤ 500 ms',
    isMet: median(took) <= 150 && quantile(took, 0.99) <= 500,
  }
}

/** What a web takes for pages that it keeps. */
export async function footprint(cms: CmsServer, editor: Editor, parts: Parts): Promise<Row> {
  const articles: string[] = []
  for (let left = ARTICLES; left > 0; left--)
    articles.push((await publishArticle(editor, parts, `Kept ${left}`)).slug)
  const rendering = await startWeb(cms)
  for (const slug of articles)
    await read(`${rendering.url}/blog/${slug}`)
  await sleep(500)
  await rendering.kill()
  // Begun again over its files, so that what rendering leaves behind does not count.
  const web = await startWeb(cms, { dataDir: rendering.dataDir })
  await read(`${web.url}/blog/${articles[0]}`)
  const before = memoryOf(web.pid)
  for (const slug of articles)
    await read(`${web.url}/blog/${slug}`)
  const { pages, bytes } = await fetch(`${web.url}/readyz`).then(answer => answer.json()) as { pages: number, bytes: number }
  const after = memoryOf(web.pid)
  const disk = Number(execFileSync('du', ['-sk', web.dataDir]).toString().split('\t')[0]) * 1024
  await web.kill()
  const perThousand = (size: number) => `${(size / pages * 1000 / 1e6).toFixed(0)} MB`
  return {
    what: 'For 1,000 kept pages',
    found: `${perThousand(bytes)} in memory${before && after ? ` (the process grew by ${perThousand(after - before)})` : ''}, ${perThousand(disk)} on disk (from ${pages} pages)`,
  }
}

const ARTICLES = 250

/** Reads a kept article all the while, kills the CMS, and starts it again. */
export async function outage(cms: CmsServer, slug: string): Promise<Row> {
  const web = await startWeb(cms)
  await read(`${web.url}/blog/${slug}`)
  await sleep(300)
  const reading = load(`${web.url}/blog/${slug}`, { seconds: 20 })
  await sleep(2000)
  await cms.kill()
  await sleep(3000)
  await startCms({ databaseUrl: cms.databaseUrl, dataDir: cms.dataDir, port: Number(new URL(cms.url).port) })
  const { requests, failed, failures } = await reading
  await web.kill()
  return {
    what: 'Reads while the CMS is killed and started again',
    found: `${failed} of ${requests} failed${failed > 0 ? ` (${JSON.stringify(failures)})` : ''}`,
    target: '0 failed',
    isMet: failed === 0,
  }
}

async function times(count: number, work: () => Promise<number>): Promise<number[]> {
  const took: number[] = []
  for (let left = count; left > 0; left--)
    took.push(await work())
  return took
}

/** Milliseconds to the last byte. */
export async function read(url: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (!answer.ok)
    throw new Error(`${url} answered ${answer.status}.`)
  return performance.now() - begun
}

/** Asks on; only what is new is sent, so that asking takes little from those who are to answer. */
async function untilShown(url: string, words: string): Promise<void> {
  for (let etag = ''; ; await sleep(2)) {
    const answer = await fetch(url, { headers: { 'if-none-match': etag } })
    etag = answer.headers.get('etag') ?? ''
    if ((await answer.text()).includes(words))
      return
  }
}
