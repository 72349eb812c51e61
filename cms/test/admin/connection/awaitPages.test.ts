import { expect, it } from 'vitest'
import { awaitPages } from '../../../src/admin/connection/awaitPages.ts'

const page = { headers: { RSC: '1' } }

it('asks for a page until the CMS or what is before it answers', async () => {
  const { fetch, left } = answering('offline', 502, 503, 'offline', 200)
  expect((await fetch('/admin/collections/posts', page)).status).toBe(200)
  expect(left).toEqual([])
})

it('takes an answer of the CMS as it is', async () => {
  expect((await answering(500).fetch('/admin', page)).status).toBe(500)
  expect((await answering(404).fetch('/admin', page)).status).toBe(404)
})

it('waits for nothing else', async () => {
  await expect(answering('offline').fetch('/api/posts')).rejects.toThrow('Failed to fetch')
  expect((await answering(503).fetch('/api/posts')).status).toBe(503)
  await expect(answering('offline').fetch('/admin', { headers: { ...page.headers, 'next-router-prefetch': '1' } }))
    .rejects
    .toThrow('Failed to fetch')
})

it('ends with a navigation that is not wanted any more', async () => {
  const { fetch, left } = answering('offline', 200)
  await expect(fetch('/admin', { ...page, signal: AbortSignal.abort() })).rejects.toThrow('Failed to fetch')
  expect(left).toEqual([200])
})

function answering(...left: (number | 'offline')[]) {
  const send = async () => {
    const answer = left.shift()!
    if (answer === 'offline')
      throw new TypeError('Failed to fetch')
    return new Response(null, { status: answer })
  }
  return { fetch: awaitPages(send, 0), left }
}
