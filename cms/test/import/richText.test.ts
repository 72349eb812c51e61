import type { RichText } from '@masthead/shared/types'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { editorConfigFactory, getEnabledNodes } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { beforeAll, describe, expect, it } from 'vitest'
import { editor } from '../../src/fields/editor.ts'
import { parseArticle } from '../../src/import/parseArticle.ts'
import config from '../../src/payload.config.ts'
import { articleText } from './articleText.ts'

describe('rich text', () => {
  let headless: ReturnType<typeof createHeadlessEditor>
  beforeAll(async () => {
    const editorConfig = await editorConfigFactory.fromEditor({ config: await config, editor })
    headless = createHeadlessEditor({
      nodes: getEnabledNodes({ editorConfig }),
      onError: (error) => {
        throw error
      },
    })
  })

  it.each([
    ['marks', 'Plain **bold** *italic* ***both*** ~~struck~~ `code` **`bold code`** end.'],
    ['a bold lead', '**Lead.** The rest.'],
    [
      'links',
      'See [a](https://example.org/a), [**b**](/b#c), [d][e] and <https://example.org>; write to a@example.org.\n\n[e]: mailto:a@example.org',
    ],
    ['line breaks', 'One\\\ntwo  \nthree\nfour'],
    ['lists in lists', '- a\n  - b\n    1. c\n    2. d\n  - e\n- f\n\n3. three\n4. four'],
    ['an item that is only a list', '- - a\n- b'],
    ['quotations', '> One\n> line\n>\n> **two**'],
    ['headings and rules', '### Three\n\n#### Four `code`\n\n---\n\nEnd'],
    ['pasted lists', 'Text.\\n- **Lead**: a\\n* b\\n• c\n\n\\n- only'],
  ])('is stored just as the editor would store it: %s', (_, markdown) => {
    const stored = bodyOf(markdown)
    headless.setEditorState(headless.parseEditorState(stored as unknown as SerializedEditorState))
    expect(JSON.parse(JSON.stringify(headless.getEditorState()))).toEqual(JSON.parse(JSON.stringify(stored)))
  })

  it('leaves what only looks like Markdown alone', () => {
    expect(words('~2s and ~3s, a:b, std::vector, 2 * 3 * 4, snake_case_name, C:\\new, `\\n- code`, 5 < 6 & 7')).toBe(
      '~2s and ~3s, a:b, std::vector, 2 * 3 * 4, snake_case_name, C:\\new, \\n- code, 5 < 6 & 7',
    )
  })

  it('makes lists of pasted runs, with the marks inside them', () => {
    expect(bodyOf('Text: \\n- **Lead:** a\\n- b').root.children).toMatchObject([
      { type: 'paragraph', children: [{ text: 'Text:' }] },
      {
        type: 'list',
        tag: 'ul',
        children: [
          { type: 'listitem', value: 1, children: [{ text: 'Lead:', format: 1 }, { text: ' a' }] },
          { type: 'listitem', value: 2, children: [{ text: 'b' }] },
        ],
      },
    ])
  })
})

function bodyOf(markdown: string): RichText {
  const [section] = parseArticle(articleText(`:::prose\n${markdown}\n:::`)).sections
  if (section?.blockType !== 'prose')
    throw new Error('The section is no prose.')
  return section.body
}

function words(markdown: string): string {
  const texts = (node: { text?: string, children?: object[] }): string =>
    (node.text ?? '') + (node.children ?? []).map(texts).join('')
  return texts(bodyOf(markdown).root)
}
