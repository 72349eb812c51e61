import type { Cms } from '../integration/harness/cms.ts'
import type { Secrets } from '../integration/leaks/seedSecrets.ts'
import type { Web } from './harness/startWeb.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { SECRET, seedSecrets } from '../integration/leaks/seedSecrets.ts'
import { startWeb } from './harness/startWeb.ts'

/** Every route of the web, and addresses of it that a stranger might try. Who adds a route adds it here. */
const ROUTES: Record<string, (slugs: string[]) => string[]> = {
  'app/pages/blog/index.vue':
    () => ['/', '/blog', '/blog?draft=true&preview=true', `/blog?where[title][like]=${SECRET}`],
  'app/pages/blog/page/[page].vue': () => ['/blog/page/2', '/blog/page/1000'],
  'app/pages/blog/[slug].vue': slugs =>
    slugs.flatMap(slug => [`/blog/${slug}`, `/blog/${slug}?draft=true&preview=true&trash=true&depth=9`]),
  'app/pages/blog/category/[slug]/index.vue': () =>
    named('categories').flatMap(slug => [`/blog/category/${slug}`, `/blog/category/${slug}?draft=true&trash=true`]),
  'app/pages/blog/category/[slug]/page/[page].vue': () =>
    named('categories').map(slug => `/blog/category/${slug}/page/2`),
  'app/pages/authors/[slug]/index.vue': () =>
    named('authors').flatMap(slug => [`/authors/${slug}`, `/authors/${slug}?draft=true&trash=true`]),
  'app/pages/authors/[slug]/page/[page].vue': () => named('authors').map(slug => `/authors/${slug}/page/2`),
  'app/pages/services/index.vue': () => ['/services', '/services?draft=true&trash=true'],
  'app/pages/services/[slug].vue': () =>
    named('services').flatMap(slug => [`/services/${slug}`, `/services/${slug}?draft=true&preview=true&trash=true`]),
  'app/pages/[...path].vue':
    () => ['/', '/never-made', ...paths.flatMap(path => [path, `${path}?draft=true&preview=true&trash=true`])],
  'app/pages/_frame.vue': () => ['/_frame', '/_frame?at=/blog', `/_frame?at=${SECRET}`],
  'app/pages/enquiry/index.vue': () => ['/enquiry', '/enquiry?draft=true', `/enquiry?name=${SECRET}&status=422`],
  'app/pages/enquiry/thanks.vue':
    () => ['/enquiry/thanks', '/enquiry/thanks?reference=AAAA-AAAA', `/enquiry/thanks?reference=${SECRET}`],
  'server/routes/.well-known/security.txt.ts': () => ['/.well-known/security.txt', `/.well-known/${SECRET}`],
  'server/routes/healthz.ts': () => ['/healthz'],
  'server/routes/readyz.ts': () => ['/readyz'],
  'server/routes/media/[hash]/[name].ts':
    () => ['/media/0000000000000000/secret.png', `/media/0000000000000000/${SECRET}.png`],
}

let cms: Cms
let web: Web
let seeded: Secrets
let slugs: string[]
let named: (collection: 'authors' | 'categories' | 'services') => string[]
let paths: string[]

beforeAll(async () => {
  cms = await startCms()
  seeded = await seedSecrets(cms)
  web = await startWeb(cms.url)
  const editor = await cms.as('editor')
  const posts = await Promise.all(
    [true, false].map(draft => editor.find('posts', { draft, trash: true, limit: 0, depth: 0 })),
  )
  const all = { draft: true, trash: true, limit: 0, depth: 0 }
  const lists = {
    authors: await editor.find('authors', all),
    categories: await editor.find('categories', all),
    services: await editor.find('services', all),
  }
  named = collection => lists[collection].docs.map(({ slug }) => slug)
  paths = (await editor.find('pages', all)).docs.map(({ path }) => path)
  slugs = [...new Set(posts.flatMap(({ docs }) => docs.map(({ slug }) => slug)))]
})

afterAll(async () => {
  await web?.stop()
  await cms?.stop()
})

describe('what is not public is met on no page', () => {
  it('has every route of the web below', () => {
    const web = join(import.meta.dirname, '../../../web')
    const files = ['app/pages', 'server/routes'].flatMap(folder =>
      readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)).filter(
        file => /\.(?:ts|vue)$/.test(file),
      ),
    )
    expect(Object.keys(ROUTES).sort()).toEqual(files.sort())
  })

  it.each(Object.entries(ROUTES))('%s', async (_, addresses) => {
    for (const address of addresses(slugs)) {
      const answer = await fetch(web.url + address, { redirect: 'manual' })
      // What was asked for is named in the address of an answer; nothing else may be.
      const text = (await answer.text()).replaceAll(encodeURI(address), '').replaceAll(address, '')
      expect(text, address).not.toContain(SECRET)
      expect(JSON.stringify([...answer.headers]), address).not.toContain(SECRET)
    }
  })

  it('never shows the frame alone', async () => {
    for (const address of ['/_frame', '/_frame?at=/blog', '/_frame/', '/_Frame'])
      expect((await fetch(web.url + address)).status, address).toBe(404)
  })

  it('shows the published articles all the same', async () => {
    for (const { slug } of seeded.published.filter(({ collection }) => collection === 'posts'))
      expect((await fetch(`${web.url}/blog/${slug}`)).status, slug).toBe(200)
  })

  it('answers 404 for what is a draft, unpublished or in the trash', async () => {
    const open = new Set((await cms.stranger.find('posts', { limit: 500, depth: 0 })).docs.map(({ slug }) => slug))
    for (const slug of slugs.filter(slug => !open.has(slug)))
      expect((await fetch(`${web.url}/blog/${slug}`)).status, slug).toBe(404)
  })
})
