import type { RequestListener } from 'node:http'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enquirySection, site } from '../fixtures'
import { pathOf, Stage } from './stage'

let stage: Stage
/** The enquiries that the CMS accepted. */
const taken: { reference: string, message: string }[] = []
let visitor = 0
let message: string

beforeAll(async () => {
  stage = await Stage.open()
})

beforeEach(() => {
  visitor++
  message = `The queue number ${visitor} never empties.`
})

afterAll(() => stage[Symbol.asyncDispose]())

const OUTAGES: [string, RequestListener][] = [
  ['fails', (_, response) => response.writeHead(500).end('{"errors":[{"message":"secret reason"}]}')],
  ['drops the connection', requests => requests.socket.destroy()],
  ['answers with something else', (_, response) => response.writeHead(201).end('<html>')],
  [
    'names it by what is no reference',
    (requests, response) =>
      response.writeHead(pathOf(requests) === '/api/enquiries/submit' ? 201 : 503).end(
        JSON.stringify({ reference: 'x\r\nLocation: https://evil.example' }),
      ),
  ],
  ['does not know the key', (_, response) => response.writeHead(401).end('{"errors":[{"message":"Only the site"}]}')],
  ['does not answer', () => {}],
]

describe('an enquiry that the CMS cannot take', () => {
  it.each(OUTAGES)(
    'because it %s is taken all the same, and handed in later by the reference that was told',
    async (_, outage) => {
      stage.answer = outage
      const startedAt = Date.now()
      const response = await post()
      const location = response.headers.get('location')!
      expect([response.status, location, response.headers.get('cache-control')]).toEqual([
        303,
        expect.stringMatching(/^\/enquiry\/thanks\?reference=[2-9A-Z]{4}-[2-9A-Z]{4}$/),
        'no-store',
      ])
      const thanks = await stage.get(location).then(answer => answer.text())
      expect(Date.now() - startedAt).toBeLessThan(3500)
      const reference = location.slice(-9)
      expect(thanks).toContain(`<dd>${reference}</dd>`)
      expect(thanks).not.toMatch(/secret|CmsError|127\.0\.0\.1|Only the site/)
      expect(await waiting()).toEqual({ waiting: 1, refused: 0 })
      expect(stage.log).toMatch(
        new RegExp(
          `Enquiry ${reference} is stored until the CMS can accept it: \\[POST\\] "http://127\\.0\\.0\\.1:\\d+/api/enquiries/submit"`,
        ),
      )
      expect(stage.log).not.toMatch(/Ines|example\.com|never empties/)

      comeBack()
      await expect.poll(waiting, { timeout: 15_000 }).toEqual({ waiting: 0, refused: 0 })
      expect(taken.filter(one => one.message === message).map(one => one.reference)).toEqual([reference])
      expect(await readdir(join(stage.dataDir, 'enquiries'))).toEqual(['refused'])
    },
    30_000,
  )

  it('outlives the site instance', async () => {
    stage.answer = OUTAGES[0]![1]
    const reference = (await post()).headers.get('location')!.slice(-9)
    await stage.restartSite()
    expect(await waiting()).toEqual({ waiting: 1, refused: 0 })
    comeBack()
    await expect.poll(() => taken.filter(one => one.message === message).map(one => one.reference), { timeout: 15_000 })
      .toEqual([reference])
  }, 30_000)

  it('is one, however often it is sent', async () => {
    stage.answer = OUTAGES[5]![1]
    const answers = await Promise.all([post(), post(), post()])
    expect(new Set([...answers, await post()].map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await waiting()).toEqual({ waiting: 1, refused: 0 })
    comeBack()
    await expect.poll(() => taken.filter(one => one.message === message), { timeout: 15_000 }).toHaveLength(1)
    await expect.poll(waiting).toEqual({ waiting: 0, refused: 0 })
  }, 30_000)

  it('counts like any other', async () => {
    stage.answer = OUTAGES[1]![1]
    for (let time = 0; time < 5; time++)
      expect((await post({ message: `${message} ${time}` })).status).toBe(303)
    expect((await post({ message: `${message} 5` })).status).toBe(429)
    comeBack()
    await expect.poll(waiting, { timeout: 15_000 }).toEqual({ waiting: 0, refused: 0 })
  }, 30_000)

  it('is told at once what is wrong with it, and is put aside where nobody is there to be told', async () => {
    const refusal: RequestListener = (_, response) =>
      response.writeHead(400).end(
        JSON.stringify({
          errors: [{ message: 'No.', data: { errors: [{ path: 'name', message: 'Another name, please.' }] } }],
        }),
      )
    stage.answer = refusal
    expect((await post()).status).toBe(422)
    stage.answer = OUTAGES[1]![1]
    expect((await post()).status).toBe(303)
    stage.answer = refusal
    await expect.poll(waiting, { timeout: 15_000 }).toEqual({ waiting: 0, refused: 1 })
    const aside = join(stage.dataDir, 'enquiries/refused')
    const [name] = await readdir(aside)
    expect(await readFile(join(aside, name!), 'utf8')).toContain(message)
    let requests = 0
    stage.answer = () => void requests++
    await sleep(1500)
    expect(requests).toBe(0)
    await rm(join(aside, name!))
  }, 30_000)

  it(
    'is not taken beyond a thousand; the visitor keeps what they wrote, and trying again is not held against them',
    async () => {
      const aside = join(stage.dataDir, 'enquiries/refused')
      await Promise.all(Array.from({ length: 1000 }, async (_, index) => writeFile(join(aside, `${index}.json`), '{}')))
      await stage.restartSite()
      stage.answer = OUTAGES[1]![1]
      for (let time = 0; time < 8; time++) {
        const response = await post()
        expect([
          response.status,
          response.headers.get('location'),
          response.headers.get('retry-after'),
          response.headers.get('cache-control'),
        ]).toEqual([503, null, '30', 'no-store'])
        const html = await response.text()
        expect(html).toContain('We cannot take your enquiry just now')
        expect(html).toContain(`${message}</textarea>`)
      }
      expect(stage.log).toContain(
        `[POST] "/enquiry": 1000 enquiries are stored in ${join(stage.dataDir, 'enquiries')}, and there is no room for more`,
      )
      comeBack()
      expect((await post()).status).toBe(303)
    },
    30_000,
  )
})

/** The CMS takes what it is given, and knows its own words again. */
function comeBack(): void {
  stage.serve({ '/api/globals/site': site, '/api/globals/enquiry-section': enquirySection })
  const { answer: rest } = stage
  stage.answer = (requests, response) => {
    if (pathOf(requests) !== '/api/enquiries/submit')
      return rest(requests, response)
    let body = ''
    requests.on('data', chunk => body += chunk)
    requests.on('end', () => {
      const sent = JSON.parse(body) as { reference: string, message: string }
      taken.push(sent)
      response.writeHead(201).end(JSON.stringify({ reference: sent.reference }))
    })
  }
}

async function waiting(): Promise<unknown> {
  const state = await stage.get('/readyz').then(answer => answer.json()) as { enquiries: unknown }
  return state.enquiries
}

/** Each test is somebody else, by what a proxy says. */
function post(fields: Record<string, string> = {}): Promise<Response> {
  return stage.get('/enquiry', {
    method: 'POST',
    body: new URLSearchParams({
      name: 'Ines Vold',
      email: 'ines@example.com',
      company: 'Vold',
      message,
      page: '/blog/a',
      submission: '0b1e7a52-6f0e-4f0e-9d43-4c9f6f7a1c11',
      ...fields,
    }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `198.51.100.${visitor}` },
  })
}
