import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../src/import/parseArticle.ts'
import { articleText } from './articleText.ts'
import { problemsIn } from './problemsIn.ts'

describe('front matter', () => {
  const read = (frontMatter: Record<string, string>) => parseArticle(articleText(undefined, frontMatter))

  it('makes the address from the title, unless it is given', () => {
    expect(read({ title: 'Über alles & mehr' }).slug).toBe('uber-alles-and-mehr')
    expect(read({ slug: 'given' }).slug).toBe('given')
  })

  it('takes values as they are written', () => {
    expect(read({ title: '2026', tags: '[1, yes, 2026-01-01]' }).post).toMatchObject({
      title: '2026',
      tags: ['1', 'yes', '2026-01-01'],
    })
  })

  it('takes a day for its noon, and a moment for itself', () => {
    expect(read({ date: '2026-03-31' }).post.publishedAt).toBe('2026-03-31T12:00:00.000Z')
    expect(read({ date: '2026-03-31T01:30:00+02:00' }).post.publishedAt).toBe('2026-03-30T23:30:00.000Z')
    expect(read({}).post).not.toHaveProperty('publishedAt')
  })

  it('knows authors and categories by name, or with all that makes them', () => {
    const { category, authors } = read({
      category: '{title: Systems, description: Of all sizes.}',
      authors: '[Ada, {name: Noor, jobTitle: Engineer, photo: {file: n.png, alt: Noor}}]',
    })
    expect(category).toMatchObject({ name: 'Systems', data: { title: 'Systems', description: 'Of all sizes.' } })
    expect(authors).toMatchObject([
      { name: 'Ada', data: undefined },
      { name: 'Noor', data: { name: 'Noor', jobTitle: 'Engineer', bio: null, photo: { file: 'n.png', alt: 'Noor' } } },
    ])
  })

  it('takes a key without a value for none', () => {
    expect(read({ slug: '', picture: '', tags: '' })).toMatchObject({
      slug: 'a-title',
      hero: undefined,
      post: { tags: [] },
    })
  })
})

describe('sections', () => {
  const read = (sections: string) => parseArticle(articleText(sections)).sections

  it('have the label of their name, their own, or none', () => {
    expect(
      read(
        ':::deep-dive\nA\n:::\n\n:::prose\nB\n:::\n\n:::spotlight{label="protocol-spotlight"}\n::card{ref="x"}\n:::\n\n:::introduction{label=""}\nC\n:::',
      ).map(({ label }) => label),
    )
      .toEqual(['deep-dive', null, 'protocol-spotlight', ''])
  })

  it('have kicker, heading and summary', () => {
    expect(read(`:::prose{kicker='THE "KICK"'}\n## The [heading]\n::summary[One: “two” [three].]\nWords.\n:::`))
      .toMatchObject([
        { blockType: 'prose', kicker: 'THE "KICK"', heading: 'The [heading]', summary: 'One: “two” [three].' },
      ])
  })

  it('take text outside of them for texts, one for each heading', () => {
    expect(read('Words.\n\n## One\n::summary[S]\n\nMore.\n\n:::prose\nInside.\n:::\n\nAfter.')).toMatchObject([
      { blockType: 'prose', label: null, heading: null },
      { blockType: 'prose', heading: 'One', summary: 'S' },
      { blockType: 'prose' },
      { blockType: 'prose', heading: null },
    ])
  })

  it('may be closed with three colons throughout, or with more outside', () => {
    const three = read(':::spotlight\n:::card\n### A\nB\n:::\n  :::card\n  ### C\n  D\n  :::\n:::')
    const four = read('::::spotlight\n:::card\n### A\nB\n:::\n:::card\n### C\nD\n:::\n::::')
    expect(three).toMatchObject([{ cards: [{ data: { title: 'A' } }, { data: { title: 'C' } }] }])
    expect(four.length).toBe(three.length)
  })

  it('show code as it is, directives and fences in it included', () => {
    expect(read(':::code{caption="C"}\n````md\n:::prose\n```js\n1\n```\n::::\n````\n:::')).toMatchObject([
      { code: ':::prose\n```js\n1\n```\n::::', language: 'md', caption: 'C' },
    ])
  })

  it('read cards with paragraphs, points and figures', () => {
    expect(read(`:::takeaways
:::card{key="k"}
### Title
One
line.

Two.\\n- Pasted: yes: really.\\n- Bare

- **Bold:** text
- **Bold**: text: more
- Plain: text
- no lead
- too:tight

::stat{value=">99.9%" label="Uptime" source="SLA"}
::stat{value="~2s" label="Proof"}
:::
::card{ref="other"}
:::`)).toMatchObject([{
      cards: [{
        key: 'k',
        data: {
          title: 'Title',
          body: 'One line.\n\nTwo.',
          points: [
            { lead: 'Bold', text: 'text' },
            { lead: 'Bold', text: 'text: more' },
            { lead: 'Plain', text: 'text' },
            { lead: null, text: 'no lead' },
            { lead: null, text: 'too:tight' },
            { lead: 'Pasted', text: 'yes: really.' },
            { lead: null, text: 'Bare' },
          ],
          stats: [{ value: '>99.9%', label: 'Uptime', source: 'SLA' }, { value: '~2s', label: 'Proof', source: null }],
        },
      }, { ref: 'other' }],
    }])
  })

  it('read tables with notes, marks and words', () => {
    const [section] = read(`:::comparison{kicker="K"}
## Title
::summary[Description]
| | A (x, y (z)) | A (other) | (odd) | Direction |
| --- | --- | --- | --- | --- |
| Marks | ✓ | ✗ | ~ | |
| Words | YES | no | Partly | 0% (self-hostable) |
| More | ✔️ since 2 | ~2s | yes, but | ✗ {note="n" source="s"} |
:::`)
    expect(section).toMatchObject({
      kicker: 'K',
      heading: null,
      summary: null,
      table: {
        key: undefined,
        data: {
          title: 'Title',
          description: 'Description',
          criterionLabel: 'Criterion',
          columns: [
            { label: 'A', note: 'x, y (z)', key: 'a' },
            { label: 'A', note: 'other', key: 'a-2' },
            { label: '(odd)', note: null, key: 'odd' },
            { label: 'Direction', note: null, key: 'direction' },
          ],
          rows: [
            { criterion: 'Marks', cells: { 'a': { mark: 'yes' }, 'a-2': { mark: 'no' }, 'odd': { mark: 'partly' } } },
            {
              criterion: 'Words',
              cells: {
                'a': { mark: 'yes' },
                'a-2': { mark: 'no' },
                'odd': { mark: 'partly' },
                'direction': { mark: 'text', text: '0% (self-hostable)' },
              },
            },
            {
              criterion: 'More',
              cells: {
                'a': { mark: 'yes', text: 'since 2' },
                'a-2': { mark: 'text', text: '~2s' },
                'odd': { mark: 'text', text: 'yes, but' },
                'direction': { mark: 'no', note: 'n', source: 's' },
              },
            },
          ],
        },
      },
    })
  })

  it('take a cell for words, whatever they are', () => {
    const [section] = read(':::comparison\n## T\n| a | constructor |\n| - | - |\n| toString | constructor |\n:::')
    expect(section).toMatchObject({
      table: {
        data: { rows: [{ criterion: 'toString', cells: { constructor: { mark: 'text', text: 'constructor' } } }] },
      },
    })
  })

  it('give a table a title of its own beside the section’s heading', () => {
    const [section] = read(
      ':::comparison{title="Table" description="Of things"}\n## Heading\n::summary[Summary]\n| a | b |\n| - | - |\n| 1 | 2 |\n:::',
    )
    expect(section).toMatchObject({
      heading: 'Heading',
      summary: 'Summary',
      table: { data: { title: 'Table', description: 'Of things' } },
    })
  })

  it('read quotes, pictures and questions', () => {
    expect(read(`:::quote{person="P" source="S"}
> One
> line.

Two.
:::

:::picture{credit="C"}
![Alt](a.png)
Caption.
:::

:::faq
### Why?
Because.

#### Further
So.
### How?
- thus
:::`)).toMatchObject([
      { text: 'One line.\n\nTwo.', person: 'P', source: 'S' },
      { image: { file: 'a.png', alt: 'Alt', credit: 'C' }, caption: 'Caption.' },
      { questions: [{ question: 'Why?' }, { question: 'How?' }] },
    ])
  })

  it('leave addresses in plain text as they are', () => {
    expect(
      read(':::spotlight\n:::card\n### A\nSee https://example.org or www.example.org, write a@example.org.\n:::\n:::'),
    ).toMatchObject([
      { cards: [{ data: { body: 'See https://example.org or www.example.org, write a@example.org.' } }] },
    ])
  })
})

describe('files as they come', () => {
  it.each(['\r\n', '\r'])('with other line ends (%j)', (end) => {
    expect(parseArticle(articleText(':::prose\nOne\ntwo.\n:::').replaceAll('\n', end)).sections).toMatchObject(
      parseArticle(articleText(':::prose\nOne\ntwo.\n:::')).sections,
    )
  })

  it.each([
    ['nested lists', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
    ['lists on a line', `${'- '.repeat(5000)}x`],
    ['nested quotations', `${'>'.repeat(2000)} x`],
    ['open brackets', '['.repeat(20_000)],
    ['asterisks', '*a '.repeat(5000)],
    ['emphasis', '**a'.repeat(50_000)],
    ['open directives', ':::prose\n'.repeat(2000)],
    ['backticks', '` `` '.repeat(10_000)],
    ['colons', ':'.repeat(100_000)],
  ])('full of %s are read or refused, soon', (_, text) => {
    const began = Date.now()
    problemsIn(articleText(text))
    expect(Date.now() - began).toBeLessThan(10_000)
  })

  it('with aliases that multiply are refused', () => {
    const bomb = Array.from(
      { length: 20 },
      (_, n) => `a${n}: &a${n} [${Array.from({ length: 10 }).fill(n === 0 ? 'x' : `*a${n - 1}`).join(', ')}]`,
    )
    expect(problemsIn(['---', ...bomb, '---', 'Words.'].join('\n'))[0]).toContain('The front matter')
  })

  it('with names that mean something to JavaScript are refused like any other', () => {
    expect(problemsIn(articleText(':::constructor\nx\n:::', { __proto__x: 'a' }))).toHaveLength(2)
    expect(problemsIn(articleText(':::toString\nx\n:::'))).toHaveLength(1)
    expect(problemsIn(articleText(undefined).replace('title', '__proto__'))).toHaveLength(2)
  })
})
