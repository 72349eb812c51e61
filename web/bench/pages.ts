import type { Parts } from './article.ts'
import type { Row } from './Row.ts'
import type { CmsServer, Editor } from './servers.ts'
import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { publishArticle } from './article.ts'
import { CORES, cpuSeconds, load, memoryOf, startCms, startInstance } from './servers.ts'
import { median, quantile } from './statistics.ts'

/** Measures requests for an article that is not cached: each is rendered. */
export async function coldRender(cms: CmsServer, slug: string): Promise<Row> {
  const instance = await startInstance(cms, { isCaching: false })
  const url = `${instance.url}/blog/${slug}`
  const [first] = await times(1, () => read(url))
  // The next ones still warm up the process.
  await times(30, () => read(url))
  const before = cpuSeconds(instance.pid)
  const took = await times(30, () => read(url))
  const after = cpuSeconds(instance.pid)
  await instance.kill()
  const own = before === undefined || after === undefined ? undefined : (after - before) * 1000 / took.length
  return {
    what: 'Cold article',
    measured:
      `${own?.toFixed(0) ?? '?'} ms of the site’s core; to the last byte, with the CMS, median ${median(took).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms, the very first ${first!.toFixed(0)} ms`,
    target: '≤ 40 ms of the site’s core',
    isMet: own === undefined ? undefined : own <= 40,
  }
}

/** Measures the time from the publish request until every site instance shows the change. */
export async function publishToLive(
  cms: CmsServer,
  editor: Editor,
  { id, slug }: { id: string, slug: string },
  count: number,
): Promise<Row> {
  const instances = await Promise.all(Array.from({ length: count }, () => startInstance(cms, { core: CORES.all })))
  await Promise.all(instances.map(({ url }) => read(`${url}/blog/${slug}`)))
  let edition = 0
  const took = await times(40, async () => {
    const text = `Edition ${count} ${++edition}.`
    const startedAt = performance.now()
    const published = editor.publish(id, { excerpt: text })
    await Promise.all(instances.map(({ url }) => untilShown(`${url}/blog/${slug}`, text)))
    await published
    return performance.now() - startedAt
  })
  await Promise.all(instances.map(({ kill }) => kill()))
  return {
    what: `Publish to live, ${count} ${count === 1 ? 'site instance' : 'site instances'}`,
    measured: `median ${median(took).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms`,
    target: 'median ≤ 150 ms, p99 ≤ 500 ms',
    isMet: median(took) <= 150 && quantile(took, 0.99) <= 500,
  }
}

/** Measures the memory and the disk that cached pages take. */
export async function footprint(cms: CmsServer, editor: Editor, parts: Parts): Promise<Row> {
  const articles: string[] = []
  for (let left = ARTICLES; left > 0; left--)
    articles.push((await publishArticle(editor, parts, `Cached ${left}`)).slug)
  const rendering = await startInstance(cms)
  for (const slug of articles)
    await read(`${rendering.url}/blog/${slug}`)
  await sleep(500)
  await rendering.kill()
  // A restart with its files, so that memory left behind by renders does not count.
  const instance = await startInstance(cms, { dataDir: rendering.dataDir })
  await read(`${instance.url}/blog/${articles[0]}`)
  const before = memoryOf(instance.pid)
  for (const slug of articles)
    await read(`${instance.url}/blog/${slug}`)
  const { pages, bytes } = await fetch(`${instance.url}/readyz`).then(response => response.json()) as {
    pages: number
    bytes: number
  }
  const after = memoryOf(instance.pid)
  const disk = Number(execFileSync('du', ['-sk', instance.dataDir]).toString().split('\t')[0]) * 1024
  await instance.kill()
  const perThousand = (size: number) => `${(size / pages * 1000 / 1e6).toFixed(0)} MB`
  return {
    what: 'For 1,000 cached pages',
    measured:
      `${perThousand(bytes)} in memory${before && after ? ` (the process grew by ${perThousand(after - before)})` : ''}, ${perThousand(disk)} on disk (from ${pages} pages)`,
  }
}

const ARTICLES = 250

/** Reads a cached article all the time while it kills the CMS and starts it again. */
export async function outage(cms: CmsServer, slug: string): Promise<Row> {
  const instance = await startInstance(cms)
  await read(`${instance.url}/blog/${slug}`)
  await sleep(300)
  const reading = load(`${instance.url}/blog/${slug}`, { seconds: 20 })
  await sleep(2000)
  await cms.kill()
  await sleep(3000)
  await startCms({ databaseUrl: cms.databaseUrl, dataDir: cms.dataDir, port: Number(new URL(cms.url).port) })
  const { requests, failed, failures } = await reading
  await instance.kill()
  return {
    what: 'Reads while the CMS is killed and started again',
    measured: `${failed} of ${requests} failed${failed > 0 ? ` (${JSON.stringify(failures)})` : ''}`,
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
  const startedAt = performance.now()
  const response = await fetch(url)
  await response.arrayBuffer()
  if (!response.ok)
    throw new Error(`${url} answered ${response.status}.`)
  return performance.now() - startedAt
}

/**
 * Requests a page until it shows a text. Responses to unchanged pages are empty, so this takes little from the servers.
 */
async function untilShown(url: string, text: string): Promise<void> {
  for (let etag = ''; ; await sleep(2)) {
    const response = await fetch(url, { headers: { 'if-none-match': etag } })
    etag = response.headers.get('etag') ?? ''
    if ((await response.text()).includes(text))
      return
  }
}
