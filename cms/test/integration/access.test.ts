import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { markdownOf } from './access/markdown.ts'
import { CHAPTERS } from './access/table.ts'
import { tryAll } from './access/tryAll.ts'

const { collections, globals } = await config

tryAll(slug => !['posts', 'comparison-tables', 'takeaway-cards'].includes(slug))

describe('the table of roles', () => {
  it('has a row for every collection and global', () => {
    const all = [...collections, ...globals].map(({ slug }) => slug).filter(slug => !slug.startsWith('payload-'))
    expect(CHAPTERS.flatMap(({ collections }) => collections).sort()).toEqual(all.sort())
  })

  it('is what docs/roles.md shows', async () => {
    const page = await readFile(new URL('../../../docs/roles.md', import.meta.url), 'utf8')
    expect(page.slice(page.indexOf('## ')).trim()).toBe(markdownOf(CHAPTERS))
  })
})
