import type { Cms } from './harness/cms.ts'
import type { Answer, Session } from './harness/Session.ts'
import { validOperators } from 'payload/shared'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import payloadConfig from '../../src/payload.config.ts'
import { startCms } from './harness/cms.ts'
import { article, makeBasics, uploadPicture } from './harness/content.ts'
import { problems } from './harness/Session.ts'
import { eightAtOnce } from './leaks/eightAtOnce.ts'

const config = await payloadConfig

let cms: Cms
let admin: Session
let post: string
beforeAll(async () => {
  cms = await startCms()
  admin = await cms.as('admin')
  const basics = await makeBasics(admin)
  const picture = await uploadPicture(admin)
  const made = await admin.create('posts', article(basics, { hero: picture.id, tags: ['one'], _status: 'published' }))
  post = made.id
})
afterAll(() => cms.stop())

describe('a parameter that cannot be read is named, with how to mend it', () => {
  it.each([
    ['where[title][equals][]=a', '“where[title][equals]” has to be one value: neither a list nor an object.'],
    ['where[title][equals][$ne]=a', '“where[title][equals]” has to be one value: neither a list nor an object.'],
    [
      'where[createdAt][greater_than]=zzz',
      '“where[createdAt][greater_than]” has to be a date: 2026-01-31 or 2026-01-31T12:00:00Z.',
    ],
    [
      'where[title][near]=1,2,3',
      '“where[title][near]” compares by nothing that there is. Take one of equals, not_equals, in,',
    ],
    ['where[createdAt][like]=2026', '“where[createdAt][like]” is for texts, and “createdAt” is none.'],
    ['where[category][not_like]=a', '“where[category][not_like]” is for texts, and “category” is none.'],
    ['where[publishedAt][equals]=null', '“where[publishedAt][equals]” has to be a date:'],
    ['where[id][in]=a,null', '“where[id][in]” lists “null”, which is no value.'],
    ['where[sections][exists]=true', '“where[sections][exists]” asks for all of “sections”. Ask for something in it.'],
    ['sort=', '“sort” has to name fields,'],
    ['where[title][exists]=perhaps', '“where[title][exists]” has to be true or false.'],
    ['where[title][is]=a', '“where[title][is]” compares by nothing that there is. Take one of equals, not_equals, in,'],
    ['where[title]=a', '“where[title]” has to say how to compare: where[title][equals]=….'],
    ['where=words', '“where” has to be a filter: where[title][equals]=Words, or the same in JSON.'],
    ['where=[1]', '“where” has to be a filter: where[title][equals]=Words, or the same in JSON.'],
    ['where[or]=x', '“where[or]” has to be a list of filters: where[or][0][title][equals]=Words.'],
    ['where[or][0]=x', '“where” has to be a filter:'],
    ['where[$where][equals]=1', '“where” has to name fields: “$where” is the name of none.'],
    ['where[title][equals]=a%00b', '“where” has a NUL character (%00). Leave it out.'],
    ['page=1.5', '“page” has to be a whole number from 1 on: page=2.'],
    ['page=0', '“page” has to be a whole number from 1 on: page=2.'],
    ['page[]=1', '“page” has to be a whole number from 1 on: page=2.'],
    ['limit=abc', '“limit” has to be a whole number: limit=10.'],
    ['limit=-1', '“limit” has to be a whole number: limit=10.'],
    ['depth=1e3', '“depth” has to be a whole number from 0 to 10.'],
    ['sort[a]=b', '“sort” has to name fields, those with a hyphen in front descending: sort=-publishedAt,title.'],
    ['sort=title;drop', '“sort” has to name fields,'],
    ['select=title', '“select” has to say of each field whether it is wanted: select[title]=true.'],
    ['select[title]=perhaps', '“select” has to say of each field whether it is wanted: select[title]=true.'],
    ['populate=posts', '“populate” has to say which fields of each collection are wanted:'],
    ['draft[]=true', '“draft” has to be true or false.'],
    ['data=words', '“data” has to be JSON.'],
    ['limit=0', '“limit” is a number from 1 to 500 unless you sign in. Ask for further documents with “page”.'],
    ['limit=501', '“limit” is a number from 1 to 500 unless you sign in.'],
    ['depth=3', '“depth” is at most 2 unless you sign in.'],
  ])('%s', async (query, told) => {
    const from = cms.output.length
    const answer = await cms.stranger.send('GET', `/api/posts?${query}`)
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining(told)])
    expect(cms.output.slice(from)).toEqual([])
  })

  it('in the body of a request that says it is a GET', async () => {
    const headers = { 'x-payload-http-method-override': 'GET' }
    const form = await cms.stranger.send('POST', '/api/posts', {
      body: 'page=1.5',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([form.status, problems(form)]).toEqual([400, expect.stringContaining('“page”')])
    const json = await cms.stranger.send('POST', '/api/posts', { body: { depth: 9 }, headers })
    expect([json.status, problems(json)]).toEqual([400, expect.stringContaining('“depth”')])
    const broken = await cms.stranger.send('POST', '/api/posts', {
      body: '{"depth"',
      headers: { ...headers, 'content-type': 'application/json' },
    })
    expect([broken.status, problems(broken)]).toEqual([400, 'The body has to be JSON.'])
    const all = await cms.stranger.send('POST', '/api/posts', {
      body: 'pagination=false',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([all.status, problems(all)]).toEqual([400, expect.stringContaining('“limit”')])
  })

  it('and users may ask for more', async () => {
    for (const query of ['limit=0', 'limit=501', 'depth=10', 'pagination=false'])
      expect((await admin.send('GET', `/api/posts?${query}`)).status, query).toBe(200)
  })

  it('and a list without pages has a limit', async () => {
    const { body } = await cms.stranger.send<{ limit: number }>(
      'GET',
      '/api/posts?pagination=false&where[title][exists]=true',
    )
    // The adapter of MongoDB answers with how many there are.
    expect(body.limit).toBe(inject('mongodb') === null ? 500 : 1)
  })
})

describe('an address that leads nowhere', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'nothing',
    'globals',
    'globals/__proto__',
    'globals/nothing',
    'posts/a/b/c',
    'payload-migrations',
    'payload-kv',
    '..%2Fposts',
    '%E2%82%AC',
  ])('is told for /api/%s, and no address of ours inside', async (path) => {
    for (const [method, session] of [['GET', cms.stranger], ['POST', cms.stranger], ['GET', admin]] as const) {
      const answer = await session.send(method, `/api/${path}`)
      expect([answer.status, problems(answer)], method).toEqual([404, `There is no ${method} /api/${path}.`])
    }
  })

  it('is told for a NUL', async () => {
    for (const path of ['/api/posts/%00', '/api/media/file/a%00b.png', '/api/%00']) {
      for (const session of [cms.stranger, admin])
        expect((await session.send('GET', path)).status, path).toBeOneOf([400, 404])
    }
  })

  it.each(['0', '-1', '1e9', 'null', '[object Object]', '{"$ne":1}', '../x', 'x'.repeat(3000), '💥'])(
    'is told for a document %s',
    async (id) => {
      for (const session of [cms.stranger, admin])
        expect((await session.send('GET', `/api/posts/${encodeURIComponent(id)}`)).status).toBeOneOf([400, 403, 404])
    },
  )
})

/** Values that are somebody’s typing error, or an attempt. */
const ODD = [
  '',
  'zzz',
  '1',
  '-1',
  '1e400',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  '2026-01-01',
  '275760-09-14',
  'a,b',
  '(',
  '[',
  '\\',
  '%',
  '*',
  '$ne',
  '\u0000',
  '💥',
  'x'.repeat(1500),
  ['a'],
  ['1', '2'],
  [],
  [['a']],
  { a: 'b' },
  { $gt: '' },
  { relationTo: 'posts', value: '1' },
  { relationTo: 'nothing', value: { a: '1' } },
]

/** One field of each type that a collection has, by its path. */
function fieldsOfEachType({ flattenedFields, versions }: typeof config.collections[number]): string[] {
  const paths = new Map<string, string>([['id', 'id'], ['unknown', 'nowhere'], ['inside', 'title.inside'], [
    'long',
    'sections.0.title',
  ]])
  for (const field of flattenedFields) {
    const key = 'hasMany' in field && field.hasMany
      ? `${field.type} of many`
      : 'relationTo' in field
        ? `${field.type} ${Array.isArray(field.relationTo)}`
        : field.type
    paths.set(key, paths.get(key) ?? field.name)
    if (field.type === 'blocks')
      paths.set('block', `${field.name}.${field.blocks[0]?.slug}.${field.blocks[0]?.flattenedFields[0]?.name}`)
    else if ('flattenedFields' in field)
      paths.set(`${field.type} inside`, `${field.name}.${field.flattenedFields[0]!.name}`)
  }
  return [...new Set(paths.values()), ...(versions ? ['_status'] : [])]
}

describe('no query makes the CMS fail', () => {
  const collections = config.collections.filter(({ endpoints }) => endpoints)

  it.each(collections)('by a filter on $slug', async (collection) => {
    const questions = fieldsOfEachType(collection).flatMap(field =>
      validOperators.flatMap(operator =>
        ODD.map(value => ({ where: { [field]: { [operator]: value } }, depth: 0, limit: 1 })),
      ),
    )
    // A share will do. The number divides none of those of fields, operators and values, so each of them has its turn.
    const share = questions.filter((_, index) => index % (collection.slug === 'posts' ? 23 : 53) === 0)
    await expectAnswers(
      share.flatMap(query => [[admin, query], [cms.stranger, query]] as const),
      `/api/${collection.slug}`,
    )
  })

  it.each([
    '/api/posts',
    '/api/posts/versions',
    '/api/posts/count',
    '/api/users',
    '/api/globals/site',
    '/api/payload-preferences/x',
  ])('by any other parameter of %s', async (path) => {
    const questions = [
      'page',
      'limit',
      'depth',
      'sort',
      'select',
      'populate',
      'joins',
      'draft',
      'trash',
      'pagination',
      'locale',
      'fallback-locale',
      'fallbackLocale',
      'where',
      'data',
      '__proto__',
      'constructor',
      'toString',
      'user',
      'autosave',
      'showHiddenFields',
    ]
      .flatMap(name =>
        [...ODD, { title: 'true' }, { title: { a: 'b' } }, { __proto__: '1', constructor: 'true' }, {
          posts: { title: 'true' },
        }].map(value => ({ [name]: value })),
      )
    const share = questions.filter((_, index) => index % 5 === 0)
    await expectAnswers(share.flatMap(query => [[admin, query], [cms.stranger, query]] as const), path)
  })

  it('by how much is asked', async () => {
    const many = (count: number) => ({
      or: Array.from({ length: count }, (_, index) => ({ title: { equals: String(index) } })),
    })
    const deep = (depth: number) => `${'{"and":['.repeat(depth)}{"title":{"equals":"a"}}${']}'.repeat(depth)}`
    const wheres = [
      many(200),
      many(5000),
      deep(5),
      deep(15),
      deep(100),
      deep(50_000),
      { id: { in: Array.from({ length: 50_000 }, String).join(',') } },
      { title: { like: 'a '.repeat(900) } },
      { title: { like: 'x'.repeat(90_000) } },
      { title: { contains: '%'.repeat(2000) } },
    ]
    const headers = { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }
    await expectAnswers(
      wheres.map(where => [admin, { where }] as const),
      '/api/posts',
      (session, { where }) =>
        session.send('POST', '/api/posts', {
          body: new URLSearchParams({ where: typeof where === 'string' ? where : JSON.stringify(where) }).toString(),
          headers,
        }),
    )
  })

  it('by a body that is none', async () => {
    const bodies = [
      'null',
      '[]',
      '7',
      '"text"',
      '{}',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '{"email":{"$gt":""},"password":{"$gt":""}}',
      '{"email":["a"],"password":1}',
      '{"__proto__":{"a":1},"constructor":1}',
      '{"email":"\\u0000","password":"\\u0000"}',
    ]
    const questions = [
      '/api/users/login',
      '/api/users/reset-password',
      '/api/users/unlock',
      '/api/users/refresh-token',
      '/api/enquiries/submit',
      '/api/posts',
      '/api/globals/site',
      `/api/posts/${post}`,
    ]
      .flatMap(path => bodies.map(body => ({ path, body })))
    await expectAnswers(
      questions.map(question => [cms.stranger, question] as const),
      '',
      (session, { path, body }) =>
        session.send('POST', path, { body, headers: { 'content-type': 'application/json' } }),
    )
  })

  it('by the name of a file', async () => {
    const { bytes, type } = { bytes: (await (await import('./harness/picture.ts')).picture()).bytes, type: 'image/png' }
    for (
      const name of ['a\u0000b.png', '\u0000', '../../x.png', '.png', 'x'.repeat(2000), 'a\nb.png', '💥.png', 'con.png']
    ) {
      const answer = await admin.send('POST', '/api/media', { body: { alt: 'A picture' }, file: { name, type, bytes } })
      expect(answer.status, `${JSON.stringify(name.slice(0, 20))} ${answer.text.slice(0, 200)}`).toBeLessThan(500)
    }
  })

  it('by a post made of another, the ids of its rows and all', async () => {
    const copied = await admin.get('posts', post, { depth: 0 })
    const { id: _, slug: __, ...data } = copied
    for (const draft of [true, false]) {
      const answer = await admin.send('POST', '/api/posts', {
        query: { draft },
        body: { ...data, title: `A copy ${draft}` },
      })
      expect(answer.status, answer.text.slice(0, 300)).toBe(201)
    }
    expect((await admin.get('posts', post, { depth: 0 })).sections).toEqual(copied.sections)
    expect((await admin.send('POST', '/api/posts', { body: copied })).status).toBeLessThan(500)
  })

  /**
   * Asks all, and expects of each an answer that is no failure of the CMS, and of the log no more than a line for each.
   */
  async function expectAnswers<Question extends object>(
    questions: (readonly [Session, Question])[],
    path: string,
    ask: (session: Session, question: Question) => Promise<Answer> = (session, query) =>
      session.send('GET', path, { query }),
  ): Promise<void> {
    const from = cms.output.length
    const failures: string[] = []
    await eightAtOnce(questions, async ([session, query]) => {
      const answer = await ask(session, query)
      if (answer.status >= 500 || !/^[{[]/.test(answer.text))
        failures.push(`${answer.status} ${JSON.stringify(query).slice(0, 200)} ${answer.text.slice(0, 100)}`)
    })
    expect(failures.slice(0, 40)).toEqual([])
    const lines = cms.output.slice(from)
    expect(lines.filter(line => /^\s+at |ERROR/.test(line))).toEqual([])
    expect(lines.length, lines.slice(0, 5).join('\n')).toBeLessThanOrEqual(questions.length)
  }
})
