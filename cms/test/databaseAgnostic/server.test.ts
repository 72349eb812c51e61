import type { Cms } from '../integration/harness/cms.ts'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { uploadPicture } from '../integration/harness/content.ts'

describe('the CMS', () => {
  let cms: Cms
  beforeAll(async () => {
    cms = await startCms()
  })
  afterAll(() => cms.stop())

  it.each(['/healthz', '/readyz'])('says on %s that it is well', async (path) => {
    expect(await cms.stranger.send('GET', path)).toMatchObject({ status: 200, body: { status: 'ok' } })
  })

  it.each(['GET', 'POST'])('has no GraphQL (%s)', async (method) => {
    for (const path of ['/api/graphql', '/api/graphql-playground', '/graphql']) {
      expect(
        (await cms.stranger.send(method, path, {
          ...(method === 'POST' && { body: { query: '{ Posts { totalDocs } }' } }),
        })).status,
      ).toBe(404)
    }
  })

  it('ends with what is to be mended where it is set up wrongly', async () => {
    const failed = await startCms({ SERVICE_KEY: 'too short' }).catch((error: Error) => error)
    // Once: a CMS that went on would say it at each request.
    expect(String(failed).match(/SERVICE_KEY=…: give at least 16 characters/g)).toHaveLength(1)
  })

  it('has no image optimizer, whose cache would serve deleted pictures', async () => {
    const { url } = await uploadPicture(await cms.as('editor'))
    expect((await cms.stranger.send('GET', url!)).status).toBe(200)
    expect((await cms.stranger.send('GET', `/_next/image?url=${encodeURIComponent(url!)}&w=640&q=75`)).status).toBe(404)
  })

  it('leads whoever opens its bare address to the admin', async () => {
    const { status, headers } = await cms.stranger.send('GET', '/')
    expect(status).toBe(307)
    expect(headers.get('location')).toBe('/admin')
  })

  it('says nothing of the software it runs on', async () => {
    const { headers } = await cms.stranger.send('GET', '/api/posts')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

it('ends when it hangs, so that its supervisor starts it again, and says so', async () => {
  const hanging = await startCms({
    NODE_OPTIONS: `--import "data:text/javascript,process.on('SIGUSR2',()=>{for(;;);})"`,
  })
  onTestFinished(() => hanging.stop())
  expect(await hanging.signal('SIGUSR2')).toBe('SIGKILL')
  expect(hanging.output.join('\n')).toContain('This process did not get on for 10 s and is ended.')
})
