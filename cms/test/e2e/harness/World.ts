import type { DraftSlug } from '../../../src/drafts/DraftSlug.ts'
import type { Session } from '../../integration/harness/Session.ts'
import {
  article,
  card,
  cta,
  landingSection,
  prose,
  richText,
  section,
  service,
  table,
} from '../../integration/harness/content.ts'
import { randomFrom } from '../../randomFrom.ts'

/** Some content, and somebody who changes it at random. The same seed makes the same changes. */
export class World {
  readonly #editor: Session
  readonly #random: () => number
  readonly #ids: Record<Kind, string[]> = {
    'posts': [],
    'takeaway-cards': [],
    'comparison-tables': [],
    'authors': [],
    'categories': [],
    'ctas': [],
    'services': [],
  }

  readonly #paths = new Set(['/', '/blog', '/blog/page/2', '/services', '/enquiry', '/never/there'])
  #count = 0

  private constructor(editor: Session, seed: number) {
    this.#editor = editor
    this.#random = randomFrom(seed)
  }

  static async make(editor: Session, seed: number): Promise<World> {
    const world = new World(editor, seed)
    for (let number = 0; number < 3; number++) {
      await world.#add('authors', { name: world.#word('Author') })
      await world.#add('categories', { title: world.#word('Category') })
      await world.#add('takeaway-cards', card({ title: world.#word('Card'), _status: 'published' }))
      await world.#add('comparison-tables', table({ title: world.#word('Table'), _status: 'published' }))
      await world.#add('services', service({ title: world.#word('Service'), _status: 'published' }))
    }
    for (let number = 0; number < 12; number++)
      await world.#addPost()
    return world
  }

  /** Every address that has, or ever had, a page. */
  get paths(): string[] {
    return [...this.#paths]
  }

  /** One to three changes, told in words. What the CMS refuses is no change. */
  async edit(): Promise<string[]> {
    const done: string[] = []
    for (let left = 1 + this.#below(3); left > 0; left--) {
      const [name, edit] = this.#one(Object.entries(this.#edits))
      done.push(await edit().then(() => name, (error: Error) => `${name} (refused: ${error.message.slice(0, 80)})`))
    }
    return done
  }

  readonly #edits: Record<string, () => Promise<unknown>> = {
    'a new article': () => this.#addPost(),
    'another excerpt': async () => this.#publish('posts', { excerpt: this.#word('Excerpt') }),
    'another title': async () => this.#publish('posts', { title: this.#word('Title') }),
    'another address': async () => this.#publish('posts', { slug: this.#word('address') }),
    'another category': async () => this.#publish('posts', { category: this.#any('categories') }),
    'other authors': async () => this.#publish('posts', { authors: this.#some('authors') }),
    'another date': async () => this.#publish('posts', { publishedAt: this.#date() }),
    'other tags': async () => this.#publish('posts', { tags: [this.#word('tag')] }),
    'other words for search engines': async () =>
      this.#publish('posts', { seo: { description: this.#word('Description') } }),
    'an article ready for review': async () => this.#publish('posts', { readyForReview: this.#below(2) === 0 }),
    'other sections': async () => this.#publish('posts', { sections: this.#sections() }),
    'others to read next': async () => this.#publish('posts', { related: this.#some('posts') }),
    'an article unpublished': async () => this.#editor.unpublish('posts', this.#any('posts')),
    'an article published again': async () => this.#publish('posts', {}),
    'a draft saved': async () => this.#editor.saveDraft('posts', this.#any('posts'), { title: this.#word('Secret') }),
    'an article in the trash': async () => this.#editor.trash('posts', this.#any('posts')),
    'an article out of the trash': async () =>
      this.#editor.restore('posts', this.#any('posts'), { _status: 'published' }),
    'an article deleted': async () => this.#editor.delete('posts', this.#any('posts')),
    'a card': async () => this.#publish('takeaway-cards', { body: this.#word('Body') }),
    'a card unpublished': async () => this.#editor.unpublish('takeaway-cards', this.#any('takeaway-cards')),
    'a new card': async () => this.#add('takeaway-cards', card({ title: this.#word('Card') })),
    'a table': async () => this.#publish('comparison-tables', { title: this.#word('Table') }),
    'an author': async () => this.#editor.update('authors', this.#any('authors'), { name: this.#word('Author') }),
    'the biography of an author': async () =>
      this.#editor.update('authors', this.#any('authors'), { bio: this.#word('Biography') }),
    'the description of a category': async () =>
      this.#editor.update('categories', this.#any('categories'), { description: this.#word('Description') }),
    'a category': async () =>
      this.#editor.update('categories', this.#any('categories'), { title: this.#word('Category') }),
    'a new banner': async () => this.#add('ctas', cta({ headline: this.#word('Banner'), _status: 'published' })),
    'a banner': async () => this.#publish('ctas', { headline: this.#word('Banner'), weight: this.#below(5) }),
    'a banner unpublished': async () => this.#editor.unpublish('ctas', this.#any('ctas')),
    'a service': async () =>
      this.#publish('services', {
        title: this.#word('Service'),
        sections: [landingSection('prose', { heading: this.#word('Heading'), body: richText('Words.') })],
      }),
    'a service unpublished': async () => this.#editor.unpublish('services', this.#any('services')),
    'the site': async () =>
      this.#editor.send('POST', '/api/globals/site', { body: { tagline: this.#word('Tagline') } }),
    'the enquiry section': async () =>
      this.#editor.send('POST', '/api/globals/enquiry-section', {
        body: { heading: this.#word('Ask'), onArticles: this.#below(2) === 0 },
      }),
    'a redirect': async () =>
      this.#editor.create('redirects', {
        from: `/${this.#note(`/${this.#word('old').toLowerCase()}`).slice(1)}`,
        to: '/blog',
        status: '302',
      }),
  }

  async #addPost(): Promise<void> {
    const basics = { category: this.#any('categories'), author: this.#any('authors') }
    await this.#add(
      'posts',
      article(basics, {
        title: this.#word('Article'),
        publishedAt: this.#date(),
        sections: this.#sections(),
        _status: 'published',
      }),
    )
  }

  #sections() {
    return [
      prose(this.#word('Text')),
      section('takeaways', { heading: this.#word('Cards'), cards: this.#some('takeaway-cards') }),
      ...(this.#below(2) === 0 ? [section('comparison', { table: this.#any('comparison-tables') })] : []),
    ]
  }

  async #add(kind: Kind, data: object): Promise<void> {
    const { id } = await this.#editor.create(kind, data)
    this.#ids[kind].push(id)
    await this.#noteAddress(kind, id)
  }

  async #publish(kind: DraftSlug & Kind, data: object): Promise<void> {
    const id = this.#any(kind)
    await this.#editor.publish(kind, id, data)
    await this.#noteAddress(kind, id)
  }

  async #noteAddress(kind: Kind, id: string): Promise<void> {
    const prefix
      = { posts: '/blog/', services: '/services/', authors: '/authors/', categories: '/blog/category/' }[kind as string]
    if (prefix)
      this.#note(prefix + (await this.#editor.get(kind, id, { depth: 0 }) as { slug?: string }).slug)
  }

  #note(path: string): string {
    this.#paths.add(path)
    return path
  }

  #any(kind: Kind): string {
    return this.#one(this.#ids[kind])
  }

  #some(kind: Kind): string[] {
    return [...new Set([this.#any(kind), this.#any(kind)])]
  }

  #word(kind: string): string {
    return `${kind} ${++this.#count}`.replaceAll(' ', kind === kind.toLowerCase() ? '-' : ' ')
  }

  #date(): string {
    return new Date(Date.UTC(2026, this.#below(10), 1 + this.#below(28))).toISOString()
  }

  #one<T>(all: T[]): T {
    if (all.length === 0)
      throw new Error('There is none yet.')
    return all[this.#below(all.length)]!
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }
}

type Kind = 'authors' | 'categories' | 'comparison-tables' | 'ctas' | 'posts' | 'services' | 'takeaway-cards'
