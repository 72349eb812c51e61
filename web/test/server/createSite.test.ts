import type { Changes } from '@masthead/shared/changes'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '@masthead/shared/env'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSite } from '../../server/createSite'
import { rendering } from '../../server/rendering/rendering'
import { site as siteGlobal } from '../fixtures'

let stops: (() => void)[] = []
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
  stops.forEach(stop => stop())
  stops = []
})

it('runs beside another one in the same process, each with its own cache', async () => {
  const cms = await startCms()
  const [one, other] = [await startSite(cms.url), await startSite(cms.url)]
  expect(await texts(one, '/blog', '/blog')).toEqual(['page 1', 'page 1'])
  expect(await texts(other, '/blog')).toEqual(['page 1'])
  expect([one.renderQueue(), other.renderQueue()]).toEqual([1, 1])
})

it('has pages and images follow the same feed', async () => {
  const cms = await startCms()
  const site = await startSite(cms.url)
  const image = `/media/${HASH}/a.png`
  await texts(site, '/blog')
  expect(await site.images.get({ hash: HASH, name: 'a.png' })).toMatchObject({ type: 'image/png' })
  await expect.poll(() => cms.requestsFor(image)).toBe(1)
  cms.publish({ number: 1, kind: 'gone', tags: ['media:1', 'site'] })
  await expect.poll(() => site.state().followed).toBe(1)
  expect(await texts(site, '/blog')).toEqual(['page 2'])
  await site.images.get({ hash: HASH, name: 'a.png' })
  expect(cms.requestsFor(image)).toBe(2)
})

it('serves, and caches nothing, without a service key', async () => {
  const cms = await startCms()
  const site = await startSite(cms.url, { SERVICE_KEY: '' })
  expect(await texts(site, '/blog', '/blog')).toEqual(['page 1', 'page 2'])
  expect(site.state()).toMatchObject({ followed: undefined, pages: 0 })
})

const HASH = '0123456789abcdef'

/** A CMS with one image, and a feed that a test publishes changes to. */
async function startCms() {
  const changes: Changes['changes'] = []
  const published: (() => void)[] = []
  const requests: string[] = []
  const respond: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://cms')
    const json = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === '/api/changes') {
      const after = searchParams.get('after')
      if (Number(searchParams.get('wait')) > 0 && changes.length <= Number(after))
        await new Promise<void>(resolve => published.push(resolve))
      return json({ last: changes.length, changes: after === null ? [] : changes.slice(Number(after)) })
    }
    if (pathname === '/api/media')
      return json({ docs: [{ id: '1', filename: 'a.png' }] })
    if (pathname === '/api/media/file/a.png') {
      requests.push(`/media/${HASH}/a.png`)
      return response.writeHead(200, { 'content-type': 'image/png' }).end('bytes')
    }
    json(pathname === '/api/globals/site' ? siteGlobal : { docs: [], totalDocs: 0 })
  }
  return {
    url: await listen(createServer((request, response) => void respond(request, response))),
    requestsFor: (path: string) => requests.filter(requested => requested === path).length,
    publish: (change: Changes['changes'][number]) => {
      changes.push(change)
      published.splice(0).forEach(resolve => resolve())
    },
  }
}

/** A site instance whose framework counts its renders of pages, each of which reads the global `site`. */
async function startSite(cmsUrl: string, variables: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'site-'))
  const env = readEnv({ CMS_URL: cmsUrl, DATA_DIR: dataDir, SERVICE_KEY: 'the key of the tests', ...variables })
  let renderQueue = 0
  const site = createSite({
    env,
    instance: dataDir.replaceAll('/', '-'),
    build: 'a build',
    renderer: { render: async () => ({ status: 200, headers: [], pieces: [{ text: 'error' }] }) },
    localFetch: async () => {
      const { interceptor, takePieces } = rendering.getStore()!
      await site.cms(interceptor).global('site')
      takePieces!([{ text: `page ${++renderQueue}` }])
      return new Response('')
    },
  })
  stops.push(() => {
    site.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })
  await site.start()
  const url = await listen(createServer(site.listener((_, response) => void response.writeHead(500).end())))
  return { url, images: site.images, state: () => site.state, renderQueue: () => renderQueue }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function texts({ url }: { url: string }, ...paths: string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths)
    found.push(await (await fetch(url + path)).text())
  return found
}
