import { afterEach, expect, it, vi } from 'vitest'
import { NODES, RichText } from '../../app/components/RichText'
import { node, richText, text } from '../fixtures'
import { render, words } from '../render'

type Nodes = Parameters<typeof richText>

async function draw(...nodes: Nodes) {
  return (await render(RichText, { content: richText(...nodes) })).replace(/^<div class="rich-text">(.*)<\/div>$/s, '$1')
}

function link(fields: object, type = 'link') {
  return node('paragraph', [text('a '), node(type, [text('link')], { fields }), text(' here')])
}
const item = (...children: Nodes) => node('listitem', children)
const list = (listType: string, items: Nodes, rest: object = {}) => node('list', items, { listType, start: 1, ...rest })

afterEach(() => void vi.restoreAllMocks())

it.each<[string, Nodes]>([
  ['a paragraph', [node('paragraph', [text('Words & <words>.')])]],
  ['a paragraph that opens with a bold phrase', [node('paragraph', [text('Evidence:', 1), text(' there is some.')])]],
  ['a paragraph that is bold throughout', [node('paragraph', [text('All of it.', 1)])]],
  ['an empty paragraph', [node('paragraph')]],
  ['headings', [
    node('heading', [text('Third')], { tag: 'h3' }),
    node('heading', [text('Fourth')], { tag: 'h4' }),
    node('heading', [text('First')], { tag: 'h1' }),
  ]],
  [
    'every format',
    [1, 2, 4, 8, 16, 32, 64].map(format => node('paragraph', [text('plain '), text('formatted', format)])),
  ],
  ['formats together', [node('paragraph', [text('plain '), text('all', 1 + 2 + 4 + 16 + 64)])]],
  ['line breaks and tabs', [
    node('paragraph', [text('one'), node('linebreak'), text('two'), node('tab'), text('three')]),
  ]],
  ['a list', [list('bullet', [item(text('one')), item(text('two '), text('bold', 1))])]],
  ['a numbered list that begins later', [list('number', [item(text('three')), item(text('four'))], { start: 3 })]],
  ['a list in a list', [
    list('bullet', [
      item(text('one')),
      item(list('number', [item(text('inner')), item(list('bullet', [item(text('innermost'))]))])),
      item(text('two')),
    ]),
  ]],
  ['a list that begins with a list', [
    list('bullet', [item(list('bullet', [item(text('inner'))])), item(text('one'))]),
  ]],
  ['a quote', [node('quote', [text('one'), node('linebreak'), text('two')])]],
  ['a rule', [node('horizontalrule')]],
  ['a link', [link({ linkType: 'custom', url: 'https://example.org/?a=1&b="2"' })]],
  ['a link that opens a new tab', [link({ linkType: 'custom', url: '/blog', newTab: true })]],
  ['an address that became a link', [link({ url: 'mailto:a@example.org' }, 'autolink')]],
  ['a link to an article', [
    link({
      linkType: 'internal',
      url: 'https://not.this',
      doc: { relationTo: 'posts', value: { id: '1', slug: 'a-post' } },
    }),
  ]],
])('draws %s', async (_, nodes) => {
  expect(await draw(...nodes)).toMatchSnapshot()
})

it.each([
  { linkType: 'custom', url: 'javascript:alert(1)' },
  { linkType: 'custom', url: 'java\tscript:alert(1)' },
  { linkType: 'custom', url: 'data:text/html,<script>alert(1)</script>' },
  { linkType: 'custom', url: '//evil.example' },
  { linkType: 'custom', url: '' },
  { linkType: 'custom' },
  { linkType: 'internal', doc: { relationTo: 'posts', value: 'a-bare-id' } },
  { linkType: 'internal', doc: { relationTo: 'posts', value: { id: '1' } } },
  { linkType: 'internal', doc: { relationTo: 'users', value: { id: '1', slug: 'a' } } },
  { linkType: 'internal', doc: null },
  { linkType: 'internal' },
  undefined,
])('draws a link to %j as the words it stands on', async (fields) => {
  expect(await draw(link(fields as object))).toBe('<p>a link here</p>')
})

it('never takes text for mark-up', async () => {
  const attack = '</p><script>alert(1)</script><img src=x onerror=alert(1)>'
  expect(await draw(node('paragraph', [text(attack), text(attack, 16)]), node('quote', [text(attack)]))).not.toMatch(
    /<script|<img/,
  )
  expect(await draw(link({ url: '/x" onclick="alert(1)' }))).not.toContain('onclick="')
})

it('draws the words of a node that it does not know, and says so once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const nodes: Nodes = [
    node('marquee', [node('paragraph', [text('Moving words.')])]),
    node('paragraph', [{ type: 'hashtag', version: 1, text: '#tag' }]),
    node('marquee', [text('More.')]),
  ]
  expect(words(await draw(...nodes))).toBe('Moving words. #tag More.')
  expect(log.mock.calls.flat().filter(message => String(message).includes('marquee'))).toHaveLength(1)
  expect(words(await draw(node('constructor', [text('Words.')])))).toBe('Words.')
})

it('draws what has parts missing', async () => {
  expect(await draw({ type: 'paragraph', version: 1 }, { type: 'list', version: 1 }, { type: 'text', version: 1 }))
    .toBe('<ul></ul>')
})

it('has a drawing for each node that the editor can make', () => {
  expect(Object.keys(NODES).sort()).toEqual([
    'autolink',
    'heading',
    'horizontalrule',
    'linebreak',
    'link',
    'list',
    'listitem',
    'paragraph',
    'quote',
    'tab',
    'text',
  ])
})
