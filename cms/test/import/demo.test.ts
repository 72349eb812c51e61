import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { articleKinds } from '../../src/blocks/kinds.ts'
import { parseArticle } from '../../src/import/parseArticle.ts'
import { readPicture } from '../../src/import/readPicture.ts'
import { picturesOf } from '../../src/import/sourcesOf.ts'

const demo = fileURLToPath(new URL('../../src/demo/', import.meta.url))

describe('the demo articles', () => {
  const files = readdirSync(demo).filter(file => file.endsWith('.md'))
  const articles = files.map(file => parseArticle(readFileSync(demo + file, 'utf8')))

  it('are eight or more, in four categories, by three authors, with every kind of section', () => {
    expect(articles.length).toBeGreaterThanOrEqual(8)
    expect(new Set(articles.map(({ category }) => category.name)).size).toBe(4)
    expect(new Set(articles.flatMap(({ authors }) => authors.map(({ name }) => name))).size).toBe(3)
    const shown = new Set(articles.flatMap(({ sections }) => sections.map(({ blockType }) => blockType)))
    expect([...shown].sort(), 'Add a section of each missing kind to an article in cms/src/demo/.').toEqual(
      Object.keys(articleKinds).sort(),
    )
  })

  it.each(files)('%s is of the length that is read', (file) => {
    const words = readFileSync(demo + file, 'utf8').split(/\s+/).length
    expect(words).toBeGreaterThan(600)
    expect(words).toBeLessThan(2500)
  })

  it('have pictures that load fast', async () => {
    for (const [index, article] of articles.entries()) {
      for (const picture of picturesOf(article)) {
        const { size, mimetype } = await readPicture(picture, demo + files[index]!)
        expect(size).toBeLessThan(120_000)
        expect(mimetype).toBe('image/webp')
      }
    }
    expect(readdirSync(`${demo}pictures`).every(file => statSync(`${demo}pictures/${file}`).size < 120_000)).toBe(true)
  })
})
