import type { Importer } from './Importer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleText } from '../../import/articleText.ts'
import { openImporter } from './Importer.ts'

describe('what people change in the admin', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
  })
  afterAll(() => importer.close())

  const text = (words: string, slug: string) =>
    articleText(`:::spotlight\n:::card{key="card-of-${slug}"}\n### Card\n${words}\n:::\n:::`, { slug, excerpt: words })

  /** Imports an article, and has somebody change its excerpt. */
  async function edited(slug: string): Promise<string> {
    const file = await importer.write(`${slug}.md`, text('Of the file.', slug))
    await importer.import(file, { publish: true })
    await importer.payload.update({
      collection: 'posts',
      where: { slug: { equals: slug } },
      data: { excerpt: 'Of the editor.' },
      draft: true,
    })
    return file
  }

  const excerptOf = async (slug: string) => (await importer.all('posts')).find(post => post.slug === slug)?.excerpt

  it('is kept when the file has not changed', async () => {
    const file = await edited('kept')
    const before = await importer.state()
    expect(await importer.import(file, { publish: true })).toBe(
      '✓ kept.md: kept as it was changed in the admin; the file has not changed since  /blog/kept',
    )
    expect(await importer.state()).toEqual(before)
  })

  it('is not overwritten by a changed file, unless that is asked for', async () => {
    const file = await edited('both')
    await importer.write('both.md', text('Of the new file.', 'both'))
    const before = await importer.state()
    expect(await importer.import(file, { publish: true })).toBe([
      '✗ both.md: refused, nothing of it was written',
      '    both.md:6: “A title” has been changed in the admin since it was last imported. Bring the change into the file, or import with --overwrite to replace it (the admin keeps it under “Versions”).',
    ].join('\n'))
    expect(await importer.state()).toEqual(before)

    expect(await importer.import(file, { overwrite: true })).toContain(
      '✓ both.md: updated, a draft  /blog/both\n    changed: card “Card”',
    )
    expect(await excerptOf('both')).toBe('Of the new file.')
    expect((await importer.published('posts', 'both'))?.excerpt).toBe('Of the file.')
    expect(await importer.import(file)).toContain('unchanged (a draft)')
  })

  it('may be brought into the file', async () => {
    const file = await edited('agreed')
    await importer.write(
      'agreed.md',
      text('Of the file.', 'agreed').replace('excerpt: Of the file.', 'excerpt: Of the editor.'),
    )
    expect(await importer.import(file)).toContain('unchanged (a draft)')
    await importer.write('agreed.md', text('Of the file, again.', 'agreed'))
    expect(await importer.import(file)).toContain('updated, a draft')
  })

  it('is not what Payload or the editor add by themselves', async () => {
    const file = await importer.write('noise.md', articleText(undefined, { slug: 'noise' }))
    await importer.import(file, { publish: true })
    const [post] = (await importer.all('posts')).filter(({ slug }) => slug === 'noise')
    await importer.payload.update({
      collection: 'posts',
      id: post!.id,
      data: { ...post, readyForReview: true },
      draft: true,
    })
    await importer.write('noise.md', articleText(undefined, { slug: 'noise', excerpt: 'Another.' }))
    expect(await importer.import(file)).toContain('updated, a draft')
  })

  it('is published by hand without being a change', async () => {
    const file = await importer.write('by-hand.md', articleText(undefined, { slug: 'by-hand' }))
    await importer.import(file)
    await importer.payload.update({
      collection: 'posts',
      where: { slug: { equals: 'by-hand' } },
      data: { _status: 'published' },
    })
    expect(await importer.import(file)).toContain('unchanged (published)')
    await importer.write('by-hand.md', articleText(undefined, { slug: 'by-hand', excerpt: 'Another.' }))
    expect(await importer.import(file)).toContain('updated, a draft')
  })

  it('cannot be taken over by an article of the same address', async () => {
    await importer.payload.create({
      collection: 'posts',
      data: { title: 'By hand', slug: 'made-by-hand' },
      draft: true,
    })
    const file = await importer.write('thief.md', articleText(undefined, { slug: 'made-by-hand' }))
    expect(await importer.import(file)).toContain(
      'thief.md:6: An article with the address “made-by-hand” is there already, and it was not imported. Choose another “slug”, or import with --overwrite to replace it (the admin keeps it under “Versions”).',
    )
    expect(await importer.import(file, { overwrite: true })).toContain('updated, a draft')
  })

  it('is waited for while somebody has it open', async () => {
    const file = await importer.write('open.md', articleText(undefined, { slug: 'open' }))
    await importer.import(file)
    const [post] = (await importer.all('posts')).filter(({ slug }) => slug === 'open')
    const { presenceStoreOf } = await import('../../../src/presence/presenceStoreOf.ts')
    const store = presenceStoreOf(importer.payload)
    await store.record([{
      tab: 'ada.1',
      document: `posts/${post!.id}`,
      user: 'ada',
      name: 'Ada',
      isAway: false,
      seenAt: Date.now(),
    }])
    await importer.write('open.md', articleText(undefined, { slug: 'open', excerpt: 'Another.', category: 'Not made' }))
    expect(await importer.import(file)).toBe(
      '✗ open.md: refused, nothing of it was written\n    open.md:1: Ada has “A title” open in the admin. Import again when it is closed there.',
    )
    expect(await excerptOf('open')).toBe('An excerpt.')
    expect((await importer.all('categories')).map(({ title }) => title)).not.toContain('Not made')
    await store.remove('ada.1')
    expect(await importer.import(file)).toContain('updated, a draft')
  })

  it('is not brought back from the trash', async () => {
    const file = await importer.write('thrown.md', text('Words.', 'thrown'))
    await importer.import(file)
    const [post] = (await importer.all('posts')).filter(({ slug }) => slug === 'thrown')
    await importer.payload.update({
      collection: 'posts',
      id: post!.id,
      data: { deletedAt: new Date().toISOString() },
      draft: true,
    })
    expect(await importer.import(file)).toContain(
      'thrown.md:6: The article “thrown” is in the trash. Restore it or delete it permanently, or choose another “slug”.',
    )
    await importer.payload.delete({ collection: 'posts', id: post!.id, trash: true })
    expect(await importer.import(file)).toContain('created, a draft')
    expect(await importer.all('takeaway-cards').then(cards => cards.filter(({ slug }) => slug === 'card-of-thrown')))
      .toHaveLength(1)
  })
})
