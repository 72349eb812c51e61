import type { Importer } from './Importer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleText } from '../../import/articleText.ts'
import { docsExample } from '../../import/docsExample.ts'
import { openImporter, picture } from './Importer.ts'

let importer: Importer

beforeAll(async () => {
  importer = await openImporter()
  for (const [name, colour] of [['ada', 'red'], ['engine', 'green'], ['share', 'blue']])
    await importer.write(`pictures/${name}.png`, await picture(colour!))
})
afterAll(() => importer.close())

describe('the example of the documentation', () => {
  it('says what it would do, and does nothing, with --dry-run', async () => {
    const file = await importer.write('example.md', docsExample())
    const before = await importer.state()
    expect(await importer.import(file, { dryRun: true })).toBe([
      '✓ example.md: would be created, a draft  /blog/storage-engines',
      '    new: 3 pictures, category “Storage”, 2 authors, table “What each engine promises”, 3 cards',
    ].join('\n'))
    expect(await importer.state()).toEqual(before)
  })

  it('is a draft that no stranger sees', async () => {
    expect(await importer.import(`${importer.folder}/example.md`)).toContain(
      '✓ example.md: created, a draft  /blog/storage-engines',
    )
    expect(await importer.published('posts', 'storage-engines')).toBeUndefined()
    expect(await importer.all('posts')).toMatchObject([{
      title: 'Storage engines: what you pay, and when',
      _status: 'draft',
      savedAs: 'imported',
    }])
  })

  it('changes nothing when imported again', async () => {
    const before = await importer.state()
    expect(await importer.import(`${importer.folder}/example.md`)).toBe(
      '✓ example.md: unchanged (a draft)  /blog/storage-engines',
    )
    expect(await importer.state()).toEqual(before)
  })

  it('is published unchanged with --publish, and that only once', async () => {
    expect(await importer.import(`${importer.folder}/example.md`, { publish: true })).toBe([
      '✓ example.md: published  /blog/storage-engines',
      '    published: table “What each engine promises”, 3 cards',
    ].join('\n'))
    expect(await importer.all('posts')).toMatchObject([{ _status: 'published', savedAs: 'imported' }])
    const before = await importer.state()
    expect(await importer.import(`${importer.folder}/example.md`, { publish: true })).toBe(
      '✓ example.md: unchanged (published)  /blog/storage-engines',
    )
    expect(await importer.state()).toEqual(before)
  })

  it('is there for readers, whole', async () => {
    expect(await importer.published('posts', 'storage-engines')).toMatchObject({
      title: 'Storage engines: what you pay, and when',
      publishedAt: '2026-03-31T12:00:00.000Z',
      tags: ['storage', 'databases'],
      category: { title: 'Storage', description: 'Where bytes go to stay.' },
      authors: [{ name: 'Ada Quill', jobTitle: 'Database engineer', photo: { alt: 'Ada Quill at a whiteboard.' } }, {
        name: 'Noor Castellan',
      }],
      hero: {
        alt: 'Two stacks of pages, one rewritten in place and one merged from runs.',
        credit: 'The house',
        width: 40,
      },
      seo: { title: 'B-trees and LSM trees, compared', image: { alt: 'A page and its copies.' } },
      sections: [
        { blockType: 'prose', label: null },
        {
          blockType: 'prose',
          label: 'introduction',
          kicker: 'The bill comes later',
          heading: 'Amplification',
          summary: 'One logical write becomes several physical ones. The engine decides which, and when.',
        },
        {
          blockType: 'comparison',
          kicker: 'Side by side',
          heading: null,
          table: {
            title: 'What each engine promises',
            description: 'For a working set larger than memory.',
            criterionLabel: 'Promise',
            columns: [{ label: 'B-tree', note: 'in place, e.g. a heap with indexes' }, {
              label: 'LSM tree',
              note: 'in runs',
            }, { label: 'Both' }],
            rows: [
              {
                criterion: 'Reads one page',
                cells: {
                  'b-tree': { mark: 'yes' },
                  'lsm-tree': { mark: 'partly', text: 'with a filter' },
                  'both': { mark: 'yes' },
                },
              },
              {
                criterion: 'Writes in order',
                cells: {
                  'b-tree': { mark: 'no' },
                  'lsm-tree': { mark: 'yes', note: 'Until it merges.', source: 'The paper' },
                  'both': { mark: 'no' },
                },
              },
              {
                criterion: 'Space',
                cells: {
                  'b-tree': { mark: 'text', text: '1.3 to 2 times' },
                  'lsm-tree': { mark: 'text', text: '1.1 times' },
                },
              },
            ],
          },
        },
        {
          blockType: 'spotlight',
          label: 'engine-spotlight',
          cards: [
            {
              slug: 'write-less',
              body: 'Group what belongs together.\n\nThen write it once.',
              points: [{ lead: 'Batch', text: 'one sync for many commits.' }, {
                lead: 'Delta',
                text: 'only what changed.',
              }, { lead: null, text: 'Or wait.' }],
              stats: [{ value: '10×', label: 'Fewer syncs', source: 'Our bench' }, {
                value: '>99%',
                label: 'Of commits grouped',
              }],
            },
            {
              title: 'Write later',
              body: 'Pasted text.',
              points: [{ lead: 'Buffer', text: 'memory is cheap.' }, { lead: 'Merge', text: 'in the background.' }],
            },
          ],
        },
        { blockType: 'prose', label: 'deep-dive' },
        {
          blockType: 'quote',
          text: 'The log is the database.\n\nThe rest is a cache of it.',
          person: 'Noor Castellan',
          source: 'A review, 2025',
        },
        {
          blockType: 'picture',
          kicker: 'Figure 1',
          caption: 'On the left, a page is written whole.',
          image: { credit: 'The house' },
        },
        {
          blockType: 'code',
          language: 'sql',
          code: 'select wal_bytes from pg_stat_wal;',
          caption: 'How much is written, in PostgreSQL',
        },
        { blockType: 'prose', label: 'counter-argument' },
        {
          blockType: 'faq',
          label: 'questions',
          questions: [{ question: 'Which one should I take?' }, { question: 'Is there a third?' }],
        },
        { blockType: 'prose', label: 'outlook' },
        { blockType: 'takeaways', cards: [{ slug: 'write-less' }, { title: 'Measure first' }] },
        { blockType: 'comparison', heading: 'Once more, the table', table: { title: 'What each engine promises' } },
      ],
    })
  })

  it('has each picture once', async () => {
    const media = await importer.all('media')
    expect(media.map(({ alt }) => alt).sort()).toEqual([
      'A page and its copies.',
      'Ada Quill at a whiteboard.',
      'Two stacks of pages, one rewritten in place and one merged from runs.',
    ])
  })
})

describe('a changed file', () => {
  it('updates by slug, as a draft that readers do not see', async () => {
    const file = await importer.write('changed.md', articleText(':::prose\nFirst.\n:::', { slug: 'changed' }))
    await importer.import(file, { publish: true })
    await importer.write(
      'changed.md',
      articleText(':::prose\nSecond.\n:::', { slug: 'changed', title: 'Another title' }),
    )
    expect(await importer.import(file)).toBe('✓ changed.md: updated, a draft  /blog/changed')
    expect(await importer.published('posts', 'changed')).toMatchObject({ title: 'A title' })

    expect(await importer.import(file, { publish: true })).toBe('✓ changed.md: published  /blog/changed')
    expect(await importer.published('posts', 'changed')).toMatchObject({ title: 'Another title' })
  })

  it('keeps the date of the first publication', async () => {
    const before = await importer.published('posts', 'changed')
    await importer.import(
      await importer.write('changed.md', articleText(':::prose\nThird.\n:::', { slug: 'changed' })),
      { publish: true },
    )
    expect((await importer.published('posts', 'changed'))?.publishedAt).toBe(before?.publishedAt)
  })

  it('keeps its address while it is a draft, whatever its title', async () => {
    const file = await importer.write(
      'address.md',
      articleText(undefined, { title: 'Kept address', slug: 'kept-address' }),
    )
    await importer.import(file)
    await importer.write('address.md', articleText(undefined, { title: 'New words', slug: 'kept-address' }))
    expect(await importer.import(file)).toContain('updated, a draft  /blog/kept-address')
    expect(await importer.import(file)).toContain('unchanged')
    expect((await importer.all('posts')).filter(({ title }) => title === 'New words')).toMatchObject([{
      slug: 'kept-address',
    }])
  })

  it('takes out what is no longer in it', async () => {
    const file = await importer.write(
      'less.md',
      articleText(undefined, {
        slug: 'less',
        tags: '[a]',
        picture: '{file: pictures/ada.png, alt: Ada Quill at a whiteboard.}',
        seo: '{title: T}',
        related: '[changed]',
      }),
    )
    await importer.import(file, { publish: true })
    await importer.write('less.md', articleText(undefined, { slug: 'less' }))
    await importer.import(file, { publish: true })
    const post = await importer.published('posts', 'less')
    expect({
      hero: post?.hero ?? null,
      tags: post?.tags ?? [],
      related: post?.related ?? [],
      seo: post?.seo?.title ?? null,
    }).toEqual({ hero: null, tags: [], related: [], seo: null })
    expect(await importer.import(file, { publish: true })).toContain('unchanged (published)')
  })

  it('updates its cards by their keys, and only what has changed', async () => {
    const cards = (text: string) =>
      articleText(`:::spotlight\n:::card{key="named"}\n### One\n${text}\n:::\n:::card\n### Two\nStays.\n:::\n:::`, {
        slug: 'cards',
      })
    const file = await importer.write('cards.md', cards('First.'))
    await importer.import(file, { publish: true })
    const before = (await importer.all('takeaway-cards')).find(({ title }) => title === 'Two')
    await importer.write('cards.md', cards('Second.'))
    expect(await importer.import(file, { publish: true })).toBe([
      '✓ cards.md: unchanged, but for what it shows (published)  /blog/cards',
      '    changed: card “One”',
    ].join('\n'))
    expect(await importer.published('takeaway-cards', 'named')).toMatchObject({ body: 'Second.' })
    expect((await importer.all('takeaway-cards')).find(({ title }) => title === 'Two')).toEqual(before)
  })
})

describe('several files', () => {
  it('are imported each by itself: a bad one stops none', async () => {
    const good = await importer.write('good.md', articleText(undefined, { slug: 'good' }))
    const bad = await importer.write(
      'bad.md',
      articleText(':::introducton\nWords.\n:::', { slug: 'bad', category: 'Never made' }),
    )
    const late = await importer.write(
      'late.md',
      articleText(':::comparison{ref="nowhere"}\n:::', {
        slug: 'late',
        category: 'Never made either',
        related: '[nobody]',
      }),
    )
    const report = await importer.import([bad, late, good])
    expect(report).toContain(
      '✗ bad.md: refused, nothing of it was written\n    bad.md:8: There is no section “introducton”. Did you mean “introduction”?',
    )
    expect(report).toContain(
      '    late.md:7: There is no article “nobody”. Import it first, or take it out of “related”.',
    )
    expect(report).toContain(
      '    late.md:9: There is no table with the key “nowhere”. Import the article that brings it first, or give the key that the admin shows.',
    )
    expect(report).toContain('✓ good.md: created')
    expect((await importer.all('posts')).some(({ slug }) => ['bad', 'late'].includes(slug))).toBe(false)
    expect((await importer.all('categories')).some(({ title }) => title.startsWith('Never made'))).toBe(false)
  })

  it('may refer to each other, in any order', async () => {
    const one = await importer.write(
      'one.md',
      articleText(':::takeaways\n::card{ref="of-two"}\n:::', { slug: 'one', related: '[two]' }),
    )
    const two = await importer.write(
      'two.md',
      articleText(':::takeaways\n:::card{key="of-two"}\n### Of two\nText.\n:::\n:::', { slug: 'two' }),
    )
    expect(await importer.import([one, two], { dryRun: true })).not.toContain('✗')
    await importer.import([one, two], { publish: true })
    expect(await importer.published('posts', 'one')).toMatchObject({
      related: [{ slug: 'two' }],
      sections: [{ cards: [{ title: 'Of two' }] }],
    })
  })

  it('may not bring the same article', async () => {
    const again = await importer.write('again.md', articleText(undefined, { slug: 'good', title: 'Again' }))
    expect(await importer.import([`${importer.folder}/good.md`, again])).toContain(
      '✗ again.md: refused, nothing of it was written\n    again.md:6: Another of the files has brought an article “good”. Give one of them another “slug”.',
    )
  })
})

describe('cards and tables of equal titles', () => {
  it('of different articles stay apart', async () => {
    const card = (text: string) =>
      `:::spotlight\n:::card\n### Same title\n${text}\n:::\n:::\n\n:::takeaways\n:::card\n### Same title\n${text} again\n:::\n:::`
    const [a, b] = [
      await importer.write('equal-a.md', articleText(card('Of a'), { slug: 'equal-a' })),
      await importer.write('equal-b.md', articleText(card('Of b'), { slug: 'equal-b' })),
    ]
    await importer.import([a, b])
    expect(
      (await importer.all('takeaway-cards')).filter(({ title }) => title === 'Same title').map(({ body }) => body)
        .sort(),
    ).toEqual(['Of a', 'Of a again', 'Of b', 'Of b again'])
  })

  it('with the key of another article’s are refused', async () => {
    const thief = await importer.write(
      'thief.md',
      articleText(':::spotlight\n:::card{key="of-two"}\n### Mine\nText.\n:::\n:::', { slug: 'thief' }),
    )
    expect(await importer.import(thief, { overwrite: true })).toContain(
      'thief.md:9: The key “of-two” is that of “Of two” in the article “two”. Choose another, or show that one by ref="of-two".',
    )
  })

  it('with the key of one made in the admin are refused', async () => {
    await importer.payload.create({
      collection: 'takeaway-cards',
      data: { title: 'By hand', body: 'Text.', slug: 'by-hand' },
    })
    const thief = await importer.write(
      'thief.md',
      articleText(':::spotlight\n:::card{key="by-hand"}\n### Mine\nText.\n:::\n:::', { slug: 'thief' }),
    )
    expect(await importer.import(thief, { overwrite: true })).toContain(
      'thief.md:9: The key “by-hand” is taken by “By hand”, which was not imported. Choose another, or show that one by ref="by-hand".',
    )
  })
})

describe('categories and authors', () => {
  it('that are there are found by name or address, and stay as they are', async () => {
    await importer.import(
      await importer.write(
        'named.md',
        articleText(undefined, {
          slug: 'named',
          category: '{title: Storage, description: Another.}',
          authors: '[ada-quill, Noor Castellan]',
        }),
      ),
    )
    const report = await importer.import(`${importer.folder}/named.md`)
    expect(report).toContain(
      'note: The category “Storage” is there already and stays as it is: change it in the admin.',
    )
    expect((await importer.all('categories')).filter(({ title }) => title === 'Storage')).toMatchObject([{
      description: 'Where bytes go to stay.',
    }])
    expect((await importer.all('authors')).filter(({ name }) => /Ada Quill|Noor/.test(name))).toHaveLength(2)
  })

  it('are not taken for others whose addresses look alike', async () => {
    await importer.payload.create({ collection: 'categories', data: { title: 'C', slug: 'c' } })
    const file = await importer.write('alike.md', articleText(undefined, { slug: 'alike', category: '"C#"' }))
    expect(await importer.import(file)).toContain(
      'alike.md:4: The address “c” is that of another category. Name that one by its address, or give this one its own: {title: C#, slug: …}.',
    )
    await importer.write(
      'alike.md',
      articleText(undefined, { slug: 'alike', category: '{title: "C#", slug: c-sharp}' }),
    )
    expect(await importer.import(file)).toContain('new: category “C#”')
    expect(
      await importer.import(await importer.write('same.md', articleText(undefined, { slug: 'same', category: 'c#' }))),
    ).toContain('✗')
    expect(
      await importer.import(
        await importer.write('same.md', articleText(undefined, { slug: 'same', category: 'c-sharp' })),
      ),
    ).toContain('created')
  })

  it('in the trash are not made anew', async () => {
    const { id } = await importer.payload.create({
      collection: 'categories',
      data: { title: 'Thrown away', slug: 'thrown-away' },
    })
    await importer.payload.update({ collection: 'categories', id, data: { deletedAt: new Date().toISOString() } })
    expect(
      await importer.import(
        await importer.write('trash.md', articleText(undefined, { slug: 'trash', category: 'Thrown away' })),
      ),
    ).toContain('trash.md:4: The category “Thrown away” is in the trash. Restore it, or delete it permanently.')
  })
})

describe('pictures', () => {
  const withPicture = (file: string, alt = 'A picture.') =>
    articleText(`:::picture\n![${alt}](${file})\n:::`, { slug: 'pictures' })

  it.each([
    ['nowhere.png', 'There is no picture “nowhere.png”. Check its path, which is relative to the article’s file.'],
    ['pictures', 'The picture “pictures” cannot be read. Check that it is a file, and its permissions.'],
    [
      '/etc/hostname',
      '“/etc/hostname” is no path of a picture. Give that of a file, relative to the article’s, as in pictures/queue.webp.',
    ],
    [
      'https://example.org/a.png',
      '“https://example.org/a.png” is no path of a picture. Give that of a file, relative to the article’s, as in pictures/queue.webp.',
    ],
    ['example.md', '“example.md” is no picture that can be shown. Give a PNG, JPEG, WebP, AVIF or GIF file.'],
    ['drawing.svg', '“drawing.svg” is no picture that can be shown. Give a PNG, JPEG, WebP, AVIF or GIF file.'],
    ['half.png', '“half.png” is no picture that can be shown. Give a PNG, JPEG, WebP, AVIF or GIF file.'],
  ])('that cannot be shown are refused: %s', async (file, problem) => {
    await importer.write(
      'drawing.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>',
    )
    await importer.write('half.png', (await picture('red')).subarray(0, 60))
    expect(await importer.import(await importer.write('picture.md', withPicture(file)))).toBe(
      `✗ picture.md: refused, nothing of it was written\n    picture.md:9: ${problem}`,
    )
  })

  it('are known by their bytes, under any name and with any focal point', async () => {
    const [ada] = (await importer.all('media')).filter(({ alt }) => alt.startsWith('Ada'))
    await importer.payload.update({ collection: 'media', id: ada!.id, data: { focalX: 10, focalY: 90 } })
    await importer.write('elsewhere/other-name.png', await picture('red'))
    const count = (await importer.all('media')).length
    await importer.import(
      await importer.write('picture.md', withPicture('elsewhere/other-name.png', 'Ada Quill at a whiteboard.')),
      { publish: true },
    )
    expect(await importer.published('posts', 'pictures')).toMatchObject({ sections: [{ image: { id: ada!.id } }] })
    expect(await importer.all('media')).toHaveLength(count)
  })

  it('have the alternative text of the file that was imported last', async () => {
    expect(
      await importer.import(await importer.write('picture.md', withPicture('elsewhere/other-name.png', 'Ada, again.'))),
    ).toContain('changed: picture “elsewhere/other-name.png”')
    expect((await importer.all('media')).some(({ alt }) => alt === 'Ada, again.')).toBe(true)
  })
})
