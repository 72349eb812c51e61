import type { Importer } from '../../integration/content/Importer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openImporter } from '../../integration/content/Importer.ts'

describe('the demo content', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
  })
  afterAll(() => importer.close())

  it('is completed by a second run where the first was killed', async () => {
    await importer.run(['demo'], { killWhen: { collection: 'posts', more: 1 } })
    expect((await importer.run(['demo'])).code).toBe(0)
    expect((await importer.all('posts')).map(({ slug, _status }) => `${slug} ${_status}`).sort()).toEqual([
      'a-backup-is-a-claim published',
      'a-queue-is-not-a-buffer published',
      'changing-a-table-that-is-never-idle published',
      'every-label-is-a-multiplication published',
      'expiry-is-a-scheduled-outage published',
      'post-quantum-is-an-inventory-problem published',
      'the-percentile-on-your-dashboard published',
      'the-price-of-being-woken published',
    ])
    expect(await importer.all('media')).toHaveLength(14)
    expect((await importer.all('authors')).every(({ bio, jobTitle, photo }) => bio && jobTitle && photo)).toBe(true)
    expect(await importer.all('authors')).toHaveLength(3)
    expect((await importer.all('categories')).every(({ description }) => description)).toBe(true)
    expect(await importer.all('categories')).toHaveLength(4)
    expect(await importer.payload.findGlobal({ slug: 'site' })).toMatchObject({
      name: 'Halyard & Stay',
      journalTitle: 'The Load Line',
    })
  }, 360_000)

  it('does not come back when somebody has thrown it away', async () => {
    await importer.payload.delete({ collection: 'ctas', where: { headline: { exists: true } } })
    await importer.payload.updateGlobal({ slug: 'site', data: { name: 'Ours' } })
    const { stdout, code } = await importer.run(['demo'])
    expect({ stdout, code }).toEqual({ stdout: 'The demo content has been filled in already.\n', code: 0 })
    expect(await importer.all('ctas')).toHaveLength(0)
    expect((await importer.payload.findGlobal({ slug: 'site' })).name).toBe('Ours')
  }, 120_000)
})
