import type { CmsClient } from '@masthead/shared/client'
import { expect, it } from 'vitest'
import { knownPaths } from '../../../server/http/knownPaths'

interface Asked {
  where?: { publishedAt: { less_than_equal: string }, id: { not_in: string[] } }
  limit: number
  page?: number
  pagination: boolean
}

/** A CMS with so many articles, the newest first, a number of which share a date, and nothing else. */
function cmsWith(count: number, { shared }: { shared: number }) {
  const posts = Array.from({ length: count }, (_, index) => ({
    id: `post-${index}`,
    slug: `article-${index}`,
    publishedAt: new Date(Date.UTC(2026, 0, 1) - Math.floor(index / shared) * 1000).toISOString(),
  }))
  const asked: Asked[] = []
  const find = async (collection: string, query: Asked) => {
    if (collection !== 'posts')
      return { docs: [] }
    asked.push(query)
    const { where, limit } = query
    return {
      docs: posts.filter(({ id, publishedAt }) =>
        !where || (publishedAt <= where.publishedAt.less_than_equal && !where.id.not_in.includes(id)),
      ).slice(0, limit),
    }
  }
  return { asked, cms: { find } as unknown as CmsClient }
}

it.each([
  { count: 0, shared: 1 },
  { count: 500, shared: 1 },
  { count: 1700, shared: 1 },
  { count: 1700, shared: 7 },
  { count: 1700, shared: 600 },
])('knows each of $count articles once, where $shared have one date', async ({ count, shared }) => {
  const paths = await knownPaths(cmsWith(count, { shared }).cms)
  expect(paths).toEqual([
    '/',
    '/blog',
    '/services',
    ...Array.from({ length: count }, (_, index) => `/blog/article-${index}`),
  ])
})

it('has nothing counted, and goes past nothing that it has seen', async () => {
  const { asked, cms } = cmsWith(1700, { shared: 1 })
  await knownPaths(cms)
  expect(asked.map(({ page, pagination }) => [page, pagination])).toEqual(
    Array.from({ length: 4 }, () => [undefined, false]),
  )
})
