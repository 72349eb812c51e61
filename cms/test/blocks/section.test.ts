import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { landingSections } from '../../src/blocks/landingSections.ts'
import { sections } from '../../src/blocks/sections.ts'

it.each([...new Set([...sections, ...landingSections])].map(({ slug, imageURL }) => [slug, imageURL!]))('shows in the palette what the kind “%s” looks like', (_, imageURL) => {
  expect(existsSync(join(import.meta.dirname, '../../public', imageURL))).toBe(true)
})
