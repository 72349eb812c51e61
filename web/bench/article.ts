import type { Editor } from './servers.ts'

/** The fields that all articles of a bench share. */
export interface Parts {
  category: string
  author: string
  table: string
  cards: string[]
}

export async function makeParts(editor: Editor): Promise<Parts> {
  const category = await editor.create('categories', { title: 'Engineering' })
  const author = await editor.create('authors', { name: 'Ada Writer' })
  const table = await editor.create('comparison-tables', {
    title: 'Three options',
    columns: ['one', 'two', 'three'].map(key => ({ key, label: `Option ${key}` })),
    rows: Array.from({ length: 10 }, (_, row) => ({
      criterion: `Criterion ${row + 1}`,
      cells: {
        one: { mark: 'yes' },
        two: { mark: 'no', note: 'Not without a second engine.' },
        three: { mark: 'text', text: WORDS.slice(0, 60) },
      },
    })),
    _status: 'published',
  })
  const cards: string[] = []
  for (let card = 1; card <= 3; card++) {
    cards.push(
      (await editor.create('takeaway-cards', {
        title: `Card ${card}`,
        body: WORDS.slice(0, 300),
        _status: 'published',
      })).id,
    )
  }
  return { category: category.id, author: author.id, table: table.id, cards }
}

/** Publishes an article of some 2,000 words in eight sections, with a table and three cards. */
export function publishArticle(editor: Editor, parts: Parts, title: string): Promise<Published> {
  const { table, cards } = parts
  return publish(editor, parts, title, [
    ...Array.from(
      { length: 6 },
      (_, section) => ({ blockType: 'prose', heading: `Part ${section + 1}`, body: prose(WORDS) }),
    ),
    { blockType: 'comparison', heading: 'Side by side', table },
    { blockType: 'takeaways', heading: 'To take along', cards },
  ])
}

/** Publishes an article of a few words, of which there may be very many. */
export function publishNote(editor: Editor, parts: Parts, title: string): Promise<Published> {
  return publish(editor, parts, title, [{ blockType: 'prose', heading: 'In short', body: prose(WORDS.slice(0, 60)) }])
}

interface Published {
  id: string
  slug: string
}

function publish(editor: Editor, { category, author }: Parts, title: string, sections: object[]): Promise<Published> {
  return editor.create('posts', {
    title,
    excerpt: 'What a bench argues.',
    category,
    authors: [author],
    tags: ['bench'],
    sections,
    _status: 'published',
  })
}

const WORDS
  = 'A page is a promise that has to be kept at the moment when somebody asks for it, and not a moment later. '.repeat(8)

function prose(text: string): object {
  const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
  const paragraph = () => ({
    ...node,
    type: 'paragraph',
    textFormat: 0,
    children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
  })
  return { root: { ...node, type: 'root', children: [paragraph(), paragraph()] } }
}
