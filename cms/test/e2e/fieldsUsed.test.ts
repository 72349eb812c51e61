import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import {
  article,
  cta,
  landingPage,
  linkTo,
  makeBasics,
  prose,
  service,
  uploadPicture,
} from '../integration/harness/content.ts'
import { Feed } from '../integration/harness/Feed.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let editor: Session
let feed: Feed
const ids: Record<'author' | 'category' | 'cta' | 'page' | 'picture' | 'post' | 'service', string> = {
  author: '',
  category: '',
  cta: '',
  page: '',
  picture: '',
  post: '',
  service: '',
}

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('admin')
  feed = await Feed.open(cms)
  const basics = await makeBasics(editor)
  const { id: page } = await editor.create(
    'pages',
    landingPage({ title: 'About', path: '/about', _status: 'published' }),
  )
  const { id: picture } = await uploadPicture(editor)
  const { id: post } = await editor.create(
    'posts',
    article(basics, { title: 'Linked', hero: picture, publishedAt: '2026-03-01T00:00:00.000Z', _status: 'published' }),
  )
  await editor.create(
    'posts',
    article(basics, {
      title: 'Linking',
      publishedAt: '2026-02-01T00:00:00.000Z',
      sections: [prose('Words and ', linkTo(post))],
      _status: 'published',
    }),
  )
  const { id: offered } = await editor.create('services', service({ title: 'Review', _status: 'published' }))
  await editor.create(
    'ctas',
    cta({
      headline: 'Read this',
      weight: 9,
      link: { label: 'Go', document: { relationTo: 'posts', value: post } },
      _status: 'published',
    }),
  )
  const { id: second } = await editor.create(
    'ctas',
    cta({ headline: 'Not shown', placements: ['end-of-article'], _status: 'published' }),
  )
  await editor.send('POST', '/api/globals/site', {
    body: { navigation: [{ label: 'About', document: { relationTo: 'pages', value: page } }] },
  })
  await editor.send('POST', '/api/globals/enquiry-section', { body: { heading: 'Ask' } })
  Object.assign(ids, { ...basics, page, post, picture, service: offered, cta: second })
  web = await startWeb(cms.url)
})

afterAll(async () => {
  await web?.stop()
  await feed?.close()
  await cms?.stop()
})

const ARTICLES = ['/blog/linked', '/blog/linking']
const LISTS = ['/authors/ada-writer', '/blog', '/blog/category/engineering']
const PATHS = [...ARTICLES, ...LISTS, '/about', '/enquiry', '/services', '/services/review']

it.each<[string, () => Promise<unknown>, string[]]>([
  [
    'the text for search engines of a page in the menu',
    () => editor.publish('pages', ids.page, { seo: { description: 'Who we are.' } }),
    ['/about'],
  ],
  ['a page in the menu that is published again as it was', () => editor.publish('pages', ids.page), ['/about']],
  ['the tags of an article that the banner leads to', () => editor.publish('posts', ids.post, { tags: ['one'] }), [
    '/blog/linked',
  ]],
  ['the mark that an article is ready for review', () => editor.publish('posts', ids.post, { readyForReview: true }), [
    '/blog/linked',
  ]],
  [
    'the excerpt of an article that another one links to',
    () => editor.publish('posts', ids.post, { excerpt: 'Said better.' }),
    ['/blog/linked', ...LISTS],
  ],
  ['an article that is published again as it was', () => editor.publish('posts', ids.post), ['/blog/linked']],
  ['the alternative text of a picture in lists', () => editor.update('media', ids.picture, { alt: 'A picture' }), [
    '/blog/linked',
  ]],
  [
    'the thanks for an enquiry',
    () => editor.send('POST', '/api/globals/enquiry-section', { body: { thanks: 'Thanks.' } }),
    ['/enquiry'],
  ],
  [
    'the heading of the enquiry form',
    () => editor.send('POST', '/api/globals/enquiry-section', { body: { heading: 'Write to us' } }),
    [...ARTICLES, '/enquiry'],
  ],
  [
    'the words of a call to action that is shown nowhere',
    () => editor.publish('ctas', ids.cta, { headline: 'Not shown still' }),
    [],
  ],
  [
    'the introduction to the list of articles',
    () => editor.send('POST', '/api/globals/site', { body: { journalIntroduction: 'What we learn.' } }),
    ['/blog', '/services'],
  ],
  ['the foot of all pages', () => editor.send('POST', '/api/globals/site', { body: { footer: 'The end.' } }), PATHS],
  ['the order of the services', () => editor.publish('services', ids.service, { weight: 5 }), [
    '/services',
    '/services/review',
  ]],
  ['the biography of an author', () => editor.update('authors', ids.author, { bio: 'Writes.' }), [
    '/authors/ada-writer',
  ]],
  ['the name of an author', () => editor.update('authors', ids.author, { name: 'Ada the Second' }), [
    ...ARTICLES,
    ...LISTS,
  ]],
  ['the description of a category', () => editor.update('categories', ids.category, { description: 'On engines.' }), [
    '/blog/category/engineering',
  ]],
])('%s is a change of the pages that show it', async (_, change, expected) => {
  const before = await marks()
  await change()
  const after = await marks()
  expect(PATHS.filter(path => after.get(path) !== before.get(path)).sort()).toEqual(expected.toSorted())
})

/** The revision of each page, with the last change that the web had followed when it rendered the page. */
async function marks(): Promise<Map<string, string>> {
  await feed.settled()
  await web.caughtUp()
  const marks = new Map<string, string>()
  for (const path of PATHS) {
    const answer = await fetch(web.url + path)
    marks.set(path, /<meta name="revision" content="([^"]*)"/.exec(await answer.text())![1]!)
  }
  return marks
}
