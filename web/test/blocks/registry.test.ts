import type { LandingKind, SectionKind } from '@masthead/shared/types'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BLOCKS } from '../../app/blocks/registry'
import { LANDING_SECTIONS, SECTIONS } from '../fixtures'
import { render, words } from '../render'

function names(directory: string, ending: string): string[] {
  return readdirSync(new URL(directory, import.meta.url)).filter(name => /^[A-Z]/.test(name) && name.endsWith(ending)).map(name => name.slice(0, -ending.length)).sort()
}

it('has a component of the same name for each schema, and no other', () => {
  const schemas = names('../../../cms/src/blocks', '.ts')
  expect(names('../../app/blocks', '.vue')).toEqual(schemas)
  expect(Object.keys(BLOCKS).sort()).toEqual(schemas.map(name => name[0]!.toLowerCase() + name.slice(1)))
})

const ALL = { ...SECTIONS, ...LANDING_SECTIONS }

describe.each(Object.keys(ALL) as (SectionKind | LandingKind)[])('a section of the kind %s', (kind) => {
  it('draws everything in it, in order', async () => {
    // Each form that is drawn has an id of its own.
    const html = (await render(BLOCKS[kind], { section: ALL[kind] })).replace(/[\da-f]{8}-[\da-f-]{27}/g, 'an-id')
    expect(html).toMatchSnapshot()
    expect(words(html)).toMatchSnapshot()
  })

  it('draws no empty element where something is missing', async () => {
    const html = await render(BLOCKS[kind], { section: { ...ALL[kind], ...EMPTY } })
    expect(html).not.toMatch(/<(?:p|li|ol|ul|dl|dt|dd|figcaption|cite|small|h3)(?: [^>]*)?>\s*<\//)
    expect(words(html)).not.toMatch(/null|undefined/)
  })
})

const EMPTY = { label: null, kicker: null, heading: null, summary: null, person: null, source: null, caption: null, language: null, links: null, image: null }
