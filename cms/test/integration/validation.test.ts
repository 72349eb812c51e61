import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, card, linkOut, linkTo, makeBasics, prose, section, table } from './harness/content.ts'
import { picture } from './harness/picture.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
let basics: Basics
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

async function refusal(collection: string, body: object): Promise<string> {
  const answer = await editor.send('POST', `/api/${collection}`, { body: { ...body, _status: 'published' } })
  expect(answer.status, answer.text).toBe(400)
  return problems(answer)
}

describe('an article is published only', () => {
  it.each(['title', 'excerpt', 'category', 'authors', 'sections'])('with a %s', async (field) => {
    expect(await refusal('posts', article(basics, { slug: 'given', [field]: undefined }))).toMatch(
      new RegExp(`^${field}: `, 'm'),
    )
  })

  it.each([
    ['a title of more than 200 letters', { title: 'x'.repeat(201) }, 'title', /200/],
    ['an excerpt of more than 500 letters', { excerpt: 'x'.repeat(501) }, 'excerpt', /500/],
    ['a tag of more than 40 letters', { tags: ['x'.repeat(41)] }, 'tags', /40/],
    ['a date that is none', { publishedAt: 'tomorrow' }, 'publishedAt', /./],
    ['text where an object belongs', { sections: 'words' }, 'sections', /./],
    [
      'a section of no known kind',
      { sections: [prose('First.'), { blockType: 'banner' }] },
      'sections.1.blockType',
      /no kind “banner”. Take one of prose, comparison/,
    ],
    ['a category that does not exist', { category: '0'.repeat(24) }, 'categories', /does not exist/],
    [
      'a link to an article that does not exist',
      { sections: [prose(linkTo('0'.repeat(24)))] },
      'posts',
      /does not exist/,
    ],
    ['a text section without text', { sections: [{ blockType: 'prose' }] }, 'sections.0.body|Text', /./],
    ['a quote without words', { sections: [section('quote', { text: '' })] }, 'sections.0.text|Text', /./],
  ])('without %s', async (_, parts, field, words) => {
    const answer = await editor.send('POST', '/api/posts', {
      body: { ...article(basics), ...parts, _status: 'published' },
    })
    expect(answer.status, answer.text).toBe(400)
    expect(problems(answer)).toMatch(new RegExp(field))
    expect(problems(answer)).toMatch(words)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//evil.example',
    'file:///etc/passwd',
    'not an address',
    'https:evil.example',
    'https://user:pw@example.com',
    '',
  ])('with links that lead somewhere good, not to %j', async (url) => {
    expect(await refusal('posts', article(basics, { sections: [prose('See ', linkOut(url))] }))).toMatch(
      /web address|link|url|two slashes|Leave out the user/i,
    )
  })

  it.each([
    'https://example.com/a?b=c#d',
    'http://example.com',
    'mailto:a@example.com',
    'tel:+123',
    '/blog/another',
    '#notes',
    '?page=2',
  ])('and may link to %s', async (url) => {
    const made = await editor.create(
      'posts',
      article(basics, { sections: [prose('See ', linkOut(url))], _status: 'published' }),
    )
    expect(made._status).toBe('published')
  })

  it('and may link to another article', async () => {
    const { id } = await editor.create('posts', article(basics, { _status: 'published' }))
    const made = await editor.create('posts', article(basics, { sections: [prose(linkTo(id))], _status: 'published' }))
    expect(made._status).toBe('published')
  })

  it('with at most six articles to read next', async () => {
    const others = await Promise.all(
      Array.from({ length: 7 }, () => editor.create('posts', article(basics), { draft: true })),
    )
    expect(await refusal('posts', article(basics, { related: others.map(({ id }) => id) }))).toMatch(/^related: .*6/m)
  })
})

describe('a draft', () => {
  it('is not saved with a section of no known kind, which would vanish', async () => {
    const answer = await editor.send('POST', '/api/posts', {
      query: { draft: true },
      body: article(basics, { sections: [{ blockType: 'banner' }] as never }),
    })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining('no kind “banner”')])
  })

  it('is not saved with a link to a script either', async () => {
    const answer = await editor.send('POST', '/api/posts', {
      query: { draft: true },
      body: article(basics, { sections: [prose(linkOut('javascript:alert(1)'))] }),
    })
    if (answer.status === 201) {
      const { doc } = answer.body as { doc: { id: string } }
      expect((await editor.send('PATCH', `/api/posts/${doc.id}`, { body: { _status: 'published' } })).status).toBe(400)
    }
  })
})

describe('a comparison table says what is wrong', () => {
  it.each([
    [
      'a value without a column',
      table({ rows: [{ criterion: 'Cost', cells: { three: { mark: 'yes' } } }] }),
      'There is no column “three”',
    ],
    [
      'a mark that is none',
      table({ rows: [{ criterion: 'Cost', cells: { one: { mark: 'maybe' as 'yes' } } }] }),
      'the mark is one of yes, no, partly, text',
    ],
    [
      'a text without words',
      table({ rows: [{ criterion: 'Cost', cells: { one: { mark: 'text', text: ' ' } } }] }),
      'write the words',
    ],
    [
      'too many words',
      table({ rows: [{ criterion: 'Cost', cells: { one: { mark: 'text', text: 'x'.repeat(401) } } }] }),
      '400',
    ],
    [
      'a value that is no object',
      table({ rows: [{ criterion: 'Cost', cells: { one: 'yes' } as never }] }),
      'Column “one”',
    ],
    ['values that are a list', table({ rows: [{ criterion: 'Cost', cells: ['yes'] as never }] }), 'rows.0.cells'],
    [
      'two columns of one key',
      table({ columns: [{ key: 'one', label: 'A' }, { key: 'one', label: 'B' }], rows: [{ criterion: 'Cost' }] }),
      'Two columns have the key “one”',
    ],
    ['no column', table({ columns: [], rows: [{ criterion: 'Cost' }] }), 'columns'],
    ['no row', table({ rows: [] }), 'rows'],
    [
      'nine columns',
      table({
        columns: Array.from({ length: 9 }, (_, key) => ({ key: `k${key}`, label: 'L' })),
        rows: [{ criterion: 'Cost' }],
      }),
      'columns',
    ],
    ['a row without a criterion', table({ rows: [{ criterion: '' }] }), 'rows.0.criterion'],
  ])('of %s', async (_, body, sentence) => {
    expect(await refusal('comparison-tables', body)).toContain(sentence)
  })
})

describe('a card says what is wrong', () => {
  it.each([
    ['no text', card({ body: '' }), 'body'],
    ['nine points', card({ points: Array.from({ length: 9 }, () => ({ text: 'x' })) }), 'points'],
    ['five figures', card({ stats: Array.from({ length: 5 }, () => ({ value: '1', label: 'x' })) }), 'stats'],
    ['a figure without a label', card({ stats: [{ value: '1', label: '' }] }), 'stats.0.label'],
  ])('of %s', async (_, body, field) => {
    expect(await refusal('takeaway-cards', body)).toContain(`${field}: `)
  })
})

describe('a picture', () => {
  it('needs an alternative text', async () => {
    const answer = await editor.send('POST', '/api/media', { file: await picture(), body: {} })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining('alt: ')])
  })
})

describe('a person', () => {
  it.each([
    ['e-mail address', { email: 'nonsense' }, 'email'],
    ['name', { name: '' }, 'name'],
    ['role', { role: 'owner' }, 'role'],
  ])('needs a proper %s', async (_, parts, field) => {
    const admin = await cms.as('admin')
    const answer = await admin.send('POST', '/api/users', {
      body: { email: 'new@example.com', name: 'New', role: 'writer', password: 'battery staple', ...parts },
    })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining(`${field}: `)])
  })

  it('needs an address of their own', async () => {
    const admin = await cms.as('admin')
    const answer = await admin.send('POST', '/api/users', {
      body: { email: admin.person.email, name: 'Twin', role: 'writer', password: 'battery staple' },
    })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining('email: ')])
  })
})

describe('what is no request', () => {
  it.each([
    ['broken JSON', '{"title":'],
    ['a list', '[]'],
  ])('is refused without a fuss: %s', async (_, body) => {
    const { status } = await editor.send('POST', '/api/posts', {
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(400)
  })

  it.each([
    'where=5',
    'where="words"',
    'where[title]=words',
    'where[title][nonsense]=1',
    'where[nonsense][equals]=1',
    'sort=nonsense',
    'depth=deep',
    'page=0',
  ])('never breaks the server: ?%s', async (query) => {
    for (const path of ['/api/posts', '/api/posts/count', '/api/posts/versions'])
      expect((await editor.send('GET', `${path}?${query}`)).status, path).toBeLessThan(500)
  })

  it.each(['words', '{"title":'])('is told what a filter is: ?where=%s', async (where) => {
    for (const path of ['/api/posts', '/api/posts/count', '/api/posts/versions']) {
      const answer = await editor.send('GET', `${path}?where=${encodeURIComponent(where)}`)
      expect([answer.status, problems(answer)], path).toEqual([400, expect.stringContaining('“where”')])
    }
  })

  it.each([
    '',
    'where=',
    'where=5',
    'where=words',
    'where="words"',
    'where=null',
    'where=[]',
    'where={}',
    'where[]=',
    'where[]=words',
    'where[title]=One of many',
    'where[title][nonsense]=One of many',
    'where[title][equals]=One of many&where[description]=words',
    'where[or][0]=words',
    'where={"and":[]}',
    'where={"or":[{"title":{"equals":"One of many"}},{}]}',
    'where[nonsense][equals]=1',
  ])('changes and deletes nothing where it does not say what: ?%s', async (query) => {
    const made = await editor.create('categories', { title: 'One of many' })
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await editor.send(method, `/api/categories?${encodeURI(query)}`, { body: { title: 'Changed' } })
      expect([answer.status, problems(answer)], method).toEqual([
        400,
        expect.stringMatching(/^“where|path cannot be queried: nonsense/),
      ])
      expect((await editor.get('categories', made.id)).title).toBe('One of many')
    }
  })

  it('changes and deletes what a filter says', async () => {
    const made = await editor.create('categories', { title: 'To be filtered' })
    const where = { or: [{ and: [{ title: { equals: 'To be filtered' } }, { updatedAt: { exists: true } }] }] }
    expect(
      (await editor.send('PATCH', '/api/categories', { query: { where }, body: { description: 'Filtered.' } })).status,
    ).toBe(200)
    expect((await editor.get('categories', made.id)).description).toBe('Filtered.')
    expect((await editor.send('DELETE', '/api/categories', { query: { where } })).status).toBe(200)
    expect(await editor.count('categories', { where })).toBe(0)
  })

  it.each(['nonsense', '0', '%00', '../users', 'undefined', `${'0'.repeat(24)}`])(
    'finds nothing where there is nothing: %s',
    async (id) => {
      for (const collection of ['posts', 'media', 'users', 'posts/versions'])
        expect((await editor.send('GET', `/api/${collection}/${encodeURIComponent(id)}`)).status, collection).toBe(404)
    },
  )
})
