import type { Media } from '@masthead/shared/payload-types'
import type {
  Collections,
  LandingKind,
  LandingSection,
  RichText,
  Section,
  SectionKind,
  SectionOf,
} from '@masthead/shared/types'
import type { Session } from './Session.ts'
import { picture } from './picture.ts'

/** What an article cannot do without. */
export interface Basics {
  category: string
  author: string
}

export async function makeBasics(editor: Session): Promise<Basics> {
  const category = await editor.create('categories', { title: 'Engineering' })
  const author = await editor.create('authors', { name: 'Ada Writer' })
  return { category: category.id, author: author.id }
}

/** An article that may be published as it is. */
export function article(
  { category, author }: Basics,
  parts: Partial<Collections['posts']> = {},
): Partial<Collections['posts']> {
  return {
    title: 'An article',
    excerpt: 'What it argues.',
    category,
    authors: [author],
    sections: [prose('Words.')],
    ...parts,
  }
}

export function table(
  parts: Partial<Collections['comparison-tables']> = {},
): Partial<Collections['comparison-tables']> {
  return {
    title: 'A table',
    columns: [{ key: 'one', label: 'One' }, { key: 'two', label: 'Two' }],
    rows: [{ criterion: 'Cost', cells: { one: { mark: 'yes' }, two: { mark: 'text', text: 'Low' } } }],
    ...parts,
  }
}

export function card(parts: Partial<Collections['takeaway-cards']> = {}): Partial<Collections['takeaway-cards']> {
  return { title: 'A card', body: 'What to take along.', ...parts }
}

export function service(parts: Partial<Collections['services']> = {}): Partial<Collections['services']> {
  return { title: 'A service', summary: 'What it does.', sections: [landingSection('hero', {})], ...parts }
}

export function landingPage(parts: Partial<Collections['pages']> = {}): Partial<Collections['pages']> {
  return { title: 'A page', path: '/a-page', sections: [landingSection('hero', {})], ...parts }
}

export function cta(parts: Partial<Collections['ctas']> = {}): Partial<Collections['ctas']> {
  return {
    headline: 'A call to action',
    link: { label: 'Go', url: '/blog' },
    placements: ['banner', 'end-of-article'],
    ...parts,
  }
}

export function landingSection<Kind extends LandingKind>(
  blockType: Kind,
  parts: Omit<SectionOf<Kind>, 'blockType'>,
): LandingSection {
  return { blockType, ...parts } as unknown as LandingSection
}

export function section<Kind extends SectionKind>(blockType: Kind, parts: Omit<SectionOf<Kind>, 'blockType'>): Section {
  return { blockType, ...parts } as unknown as Section
}

export function prose(...words: (string | TextNode)[]): Section {
  return section('prose', { body: richText(...words) })
}

/** A paragraph of words and links. */
export function richText(...words: (string | TextNode)[]): RichText {
  const children = words.map(word => typeof word === 'string' ? textNode(word) : word)
  return { root: { ...NODE, type: 'root', children: [{ ...NODE, type: 'paragraph', textFormat: 0, children }] } }
}

export function linkTo(post: string, words = 'a link'): TextNode {
  return link({ linkType: 'internal', doc: { relationTo: 'posts', value: post } }, words)
}

export function linkOut(url: string, words = 'a link'): TextNode {
  return link({ linkType: 'custom', url }, words)
}

export function uploadPicture(session: Session, parts: Partial<Media> = {}): Promise<Media> {
  return picture().then(file => session.upload(file, { alt: 'A test picture', ...parts }))
}

interface TextNode {
  type: string
  version: number
  [key: string]: unknown
}

const NODE = { version: 1, format: '', indent: 0, direction: 'ltr' } as const

function textNode(text: string): TextNode {
  return { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }
}

function link(fields: object, words: string): TextNode {
  return { ...NODE, type: 'link', version: 3, fields: { newTab: false, ...fields }, children: [textNode(words)] }
}
