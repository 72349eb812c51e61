import type { Importer } from './Importer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docsExample } from '../../import/docsExample.ts'
import { openImporter, picture } from './Importer.ts'

describe('the command', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
    for (const [name, colour] of [['ada', 'red'], ['engine', 'green'], ['share', 'blue']])
      await importer.write(`pictures/${name}.png`, await picture(colour!))
    await importer.write('example.md', docsExample())
  })
  afterAll(() => importer.close())

  it('killed at any moment and run again, doubles and loses nothing', async () => {
    for (const collection of ['media', 'comparison-tables', 'takeaway-cards', 'posts'] as const)
      await importer.run(['import', 'example.md', '--publish'], { killWhen: { collection, more: 1 } })
    expect((await importer.run(['import', 'example.md', '--publish'])).code).toBe(0)
    expect(await importer.import(`${importer.folder}/example.md`, { publish: true })).toContain('unchanged (published)')

    const own = (await importer.all('posts')).filter(({ slug }) => slug.startsWith('storage-engines'))
    expect(own).toMatchObject([{ slug: 'storage-engines', _status: 'published' }])
    expect(await importer.all('takeaway-cards')).toHaveLength(3)
    expect(await importer.all('comparison-tables')).toHaveLength(1)
    expect(await importer.all('media')).toHaveLength(3)
    expect((await importer.all('authors')).map(({ name }) => name).sort()).toEqual(['Ada Quill', 'Noor Castellan'])
    expect((await importer.all('categories')).map(({ title }) => title).sort()).toEqual(['Storage'])
  }, 300_000)
})
