import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { markdownOf } from '../integration/access/markdown.ts'
import { CHAPTERS } from '../integration/access/table.ts'
import { tryAll } from '../integration/access/tryAll.ts'

const { collections, globals } = await config

tryAll(slug => !['posts', 'comparison-tables', 'takeaway-cards'].includes(slug))

describe('the table of roles', () => {
  it('has a row for every collection and global', () => {
    const all = [...collections.filter(({ slug, endpoints }) => endpoints || !slug.startsWith('payload-')), ...globals]
      .map(({ slug }) => slug)
    expect(CHAPTERS.flatMap(({ collections }) => collections).sort()).toEqual(all.sort())
  })

  it('needs none for what Payload keeps for itself, whose routes are those that the admin uses', () => {
    const routes = collections.filter(({ slug }) => slug.startsWith('payload-')).map((
      { slug, endpoints },
    ) => [slug, (endpoints || []).map(({ method, path }) => `${method} ${path}`).sort()])
    expect(Object.fromEntries(routes)).toEqual({
      'payload-kv': [],
      'payload-locked-documents': [],
      'payload-migrations': [],
      'payload-preferences': ['delete /:key', 'get /:key', 'post /:key'],
    })
  })

  it('is what docs/roles.md shows', async () => {
    const page = await readFile(new URL('../../../docs/roles.md', import.meta.url), 'utf8')
    expect(page.slice(page.indexOf('## ')).trim()).toBe(markdownOf(CHAPTERS))
  })
})
