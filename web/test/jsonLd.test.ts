import { expect, it } from 'vitest'
import { articleTrail } from '../app/crumbs'
import { articleJsonLd, breadcrumbJsonLd, jsonLdScript, profileJsonLd } from '../app/jsonLd'
import { article, author, site } from './fixtures'

const context = { post: article, site, siteUrl: 'https://example.org' }

it('describes an article', () => {
  expect(articleJsonLd({ ...context, image: '/media/a/b.jpg' })).toMatchSnapshot()
  expect(
    breadcrumbJsonLd(
      [...articleTrail(article, site), { name: article.title, path: '/blog/the-title' }],
      context.siteUrl,
    ),
  ).toMatchSnapshot()
})

it('describes an author', () => {
  expect(profileJsonLd({ author, siteUrl: context.siteUrl, image: '/media/a/b.jpg' })).toMatchSnapshot()
})

it('leaves out who and what readers may not see', () => {
  expect(articleJsonLd({ ...context, post: { ...article, authors: ['author-1'], category: 'category-1' } }))
    .toMatchObject({ author: [], articleSection: undefined })
})

it('cannot be ended by what is written in it', () => {
  const title = '</script><script>alert(1)</script><!--'
  const { innerHTML } = jsonLdScript(articleJsonLd({ ...context, post: { ...article, title } }))
  expect(innerHTML).not.toContain('<')
  expect(JSON.parse(innerHTML)).toMatchObject({ headline: title })
})
