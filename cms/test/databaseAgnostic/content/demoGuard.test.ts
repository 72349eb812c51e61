import type { Importer } from '../../integration/content/Importer.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../e2e/harness/runCli.ts'
import { openImporter, picture } from '../../integration/content/Importer.ts'
import { startCms } from '../../integration/harness/cms.ts'

describe('what somebody has made keeps the demo content out', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
    await create('users', {
      email: 'admin@example.com',
      name: 'Administrator',
      role: 'admin',
      password: 'battery staple',
    })
  })
  /** What a test has made, by collection and id. */
  const made: [collection: string, id: string][] = []
  afterEach(async () => {
    for (const [collection, id] of made.splice(0))
      await importer.payload.delete({ collection: collection as 'posts', id, trash: true })
  })
  afterAll(() => importer.close())

  async function create(collection: string, data: object, options: object = {}): Promise<string> {
    const { id } = await importer.payload.create({ collection: collection as 'posts', data: data as never, ...options })
    return String(id)
  }

  /** Fills in the demo content; what it said. */
  async function fill(): Promise<string> {
    const { fillDemo } = await import('../../../src/demo/fillDemo.ts')
    const lines: string[] = []
    expect(await fillDemo(importer.payload, line => lines.push(line))).toBe(true)
    return lines.join('\n')
  }

  const makers: Record<string, () => Promise<string>> = {
    'posts': () => create('posts', {}, { draft: true }),
    'comparison-tables': () => create('comparison-tables', {}, { draft: true }),
    'takeaway-cards': () => create('takeaway-cards', {}, { draft: true }),
    'services': () => create('services', {}, { draft: true }),
    'pages': () => create('pages', { title: 'Home', path: '/' }, { draft: true }),
    'ctas': () =>
      create('ctas', {
        headline: 'Call us',
        link: { label: 'Call', url: '/call' },
        deletedAt: new Date().toISOString(),
      }, { draft: true }),
    'categories': () => create('categories', { title: 'Ours' }),
    'authors': () => create('authors', { name: 'One of us' }),
    'media': async () =>
      create('media', { alt: 'Ours' }, {
        file: { data: await picture('red'), mimetype: 'image/png', name: 'ours.png', size: 1 },
      }),
    'redirects': () => create('redirects', { from: '/old', to: '/new', status: '301' }),
    'enquiries': () =>
      create('enquiries', {
        name: 'A visitor',
        email: 'visitor@example.com',
        message: 'Hello',
        page: '/enquiry',
        reference: 'AAAA-AAAA',
        submission: 'x',
        moment: 'x',
      }),
    'users': () =>
      create('users', {
        email: 'second@example.com',
        name: 'A second person',
        role: 'editor',
        password: 'battery staple',
      }),
  }

  it('has an example of each kind', () => {
    expect(Object.keys(makers).sort()).toEqual(
      importer.payload.config.collections.filter(({ slug, endpoints }) =>
        endpoints && !slug.startsWith('payload-') && slug !== 'audit-log',
      ).map(({ slug }) => slug).sort(),
    )
  })

  it.each(Object.keys(makers))('%s', async (collection) => {
    made.push([collection, await makers[collection]!()])
    const before = await importer.state()
    expect(await fill()).toMatch(/^The demo content is left out: the database has .+ already\./)
    expect(await importer.state()).toEqual(before)
  })

  it('what the CMS itself has recorded does not', async () => {
    const { findContent } = await import('../../../src/demo/findContent.ts')
    expect((await importer.payload.count({ collection: 'audit-log' })).totalDocs).toBeGreaterThan(0)
    expect(await findContent(importer.payload)).toBeUndefined()
  })

  it('a global that was saved', async () => {
    await importer.payload.updateGlobal({ slug: 'site', data: { name: 'Ours' } })
    expect(await fill()).toContain('the database has the global “Site” already')
    expect(await importer.all('posts')).toEqual([])
  })
})

describe('a start with DEMO=0', () => {
  it('keeps the demo content out of a database that is empty still', async () => {
    const cms = await startCms({ DEMO: '0' })
    try {
      const { code, said } = await runCli('content', ['demo'], cms)
      expect({ code, said }).toEqual({
        code: 0,
        said: expect.stringContaining('this database was started with DEMO=0'),
      })
      expect(await cms.stranger.count('posts')).toBe(0)
    }
    finally {
      await cms.stop()
    }
  }, 120_000)
})
