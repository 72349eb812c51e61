/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCmsClient } from '../src/client.ts'
import { CmsError } from '../src/error.ts'

describe('the REST client, against a real server', () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  let requests: IncomingMessage[]
  let url: string
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })

  beforeEach(async () => {
    requests = []
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterEach(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  const client = (options: { timeout?: number, headers?: Record<string, string> } = {}) =>
    createCmsClient({ url, fetch, timeout: 1000, ...options })
  const json = (body: unknown, status = 200) => {
    answer = (_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const asked = () => requests.map(request => decodeURIComponent(request.url!))

  it('finds documents by Payload’s query language', async () => {
    json({ docs: [{ id: '1', title: 'A' }], totalDocs: 1 })
    const page = await client().find('posts', {
      where: { and: [{ slug: { equals: 'a&b' } }, { category: { in: ['x', 'y'] } }] },
      select: { title: true },
      populate: { media: { alt: true } },
      depth: 2,
      sort: '-publishedAt',
      page: 3,
      limit: 10,
    })
    expect(page.docs[0]?.title).toBe('A')
    expect(asked()).toEqual([
      '/api/posts?where[and][0][slug][equals]=a&b&where[and][1][category][in][0]=x&where[and][1][category][in][1]=y&select[title]=true&populate[media][alt]=true&depth=2&sort=-publishedAt&page=3&limit=10',
    ])
    expect(requests[0]!.url).toContain('a%26b')
  })

  it('finds one, or none', async () => {
    json({ docs: [{ id: '1' }] })
    expect(await client().findOne('posts', { where: { slug: { equals: 'a' } } })).toEqual({ id: '1' })
    expect(asked()).toEqual(['/api/posts?where[slug][equals]=a&limit=1&pagination=false'])
    json({ docs: [] })
    expect(await client().findOne('posts', {})).toBeUndefined()
  })

  it('counts', async () => {
    json({ totalDocs: 7 })
    expect(await client().count('authors', { where: { name: { exists: true } } })).toBe(7)
    expect(asked()).toEqual(['/api/authors/count?where[name][exists]=true'])
  })

  it('reads a global', async () => {
    json({ name: 'Masthead' })
    expect(await client().global('site', { select: { name: true } })).toEqual({ name: 'Masthead' })
    expect(asked()).toEqual(['/api/globals/site?select[name]=true'])
  })

  it('asks as a stranger, unless it is given headers', async () => {
    json({})
    await client().global('site')
    await client({ headers: { authorization: 'users API-Key x' } }).global('site')
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'users API-Key x'])
  })

  it.each([404, 500])('says method, address, status %i and the message of the CMS', async (status) => {
    json({ errors: [{ message: 'Not to be had.' }] }, status)
    const error = await client().global('site').catch(error => error)
    expect(error).toBeInstanceOf(CmsError)
    expect(error).toMatchObject({
      method: 'GET',
      status,
      url: `${url}/api/globals/site`,
      message: `[GET] "${url}/api/globals/site": ${status} Not to be had.`,
    })
    expect(requests).toHaveLength(1)
  })

  it('says the status alone when the error is not in Payload’s form', async () => {
    answer = (_, response) => response.writeHead(502).end('<html>')
    await expect(client().global('site')).rejects.toThrow(`[GET] "${url}/api/globals/site": 502`)
  })

  it('refuses an answer that is not JSON', async () => {
    answer = (_, response) => response.end('<html>')
    await expect(client().global('site')).rejects.toMatchObject({
      name: 'CmsError',
      message: expect.stringMatching(/200 the answer is not JSON$/),
      cause: expect.any(SyntaxError),
    })
  })

  it('tries once more when the connection drops', async () => {
    answer = (request, response) =>
      requests.length === 1 ? request.socket.destroy() : response.end('{"name":"Masthead"}')
    expect(await client().global('site')).toEqual({ name: 'Masthead' })
    expect(requests).toHaveLength(2)
  })

  it('tries once more when the connection drops within the answer', async () => {
    answer = (_, response) => {
      if (requests.length > 1)
        return response.end('{"name":"Masthead"}')
      response.writeHead(200, { 'content-length': 100 }).write('{"na')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await client().global('site')).toEqual({ name: 'Masthead' })
  })

  it('gives up after the second drop, and says why', async () => {
    answer = request => request.socket.destroy()
    await expect(client().global('site')).rejects.toThrow(/no connection \((?:UND_ERR_SOCKET|ECONNRESET)\)$/)
    expect(requests).toHaveLength(2)
  })

  it('gives up, without another try, when its time is over', async () => {
    answer = () => {}
    await expect(client({ timeout: 60 }).global('site')).rejects.toMatchObject({
      status: undefined,
      message: `[GET] "${url}/api/globals/site": no answer within 60 ms`,
    })
    expect(requests).toHaveLength(1)
  })

  it('has one span of time for both tries', async () => {
    answer = request => requests.length === 1 ? setTimeout(() => request.socket.destroy(), 1200) : undefined
    const begin = performance.now()
    await expect(client({ timeout: 1500 }).global('site')).rejects.toThrow('no answer within 1500 ms')
    expect(performance.now() - begin).toBeLessThan(2400)
  })
})
