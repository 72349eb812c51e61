import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BLOCKS } from '../../app/blocks/registry'
import { LANDING_SECTIONS, SECTIONS } from '../fixtures'
import { render, words } from '../render'

function names(directory: string, ending: string): string[] {
  return readdirSync(new URL(directory, import.meta.url)).filter(name => /^[A-Z]/.test(name) && name.endsWith(ending)).map(name => name.slice(0, -ending.length)).sort()
}

const KINDS = names('../../../cms/src/blocks', '.ts')

it('has a component of the same name for each schema, and no other', () => {
  const components = names('../../app/blocks', '.vue')
  const missing = KINDS.filter(name => !components.includes(name)).map(name => `web/app/blocks/${name}.vue`)
  expect(components, `Write ${missing.join(', ') || 'no component without a schema'}.`).toEqual(KINDS)
  expect(Object.keys(BLOCKS).sort(), 'Name each component in web/app/blocks/registry.ts.').toEqual(KINDS.map(kindOf))
})

it('has a fixture for each schema', () => {
  expect(Object.keys(ALL).sort(), 'Add a section of each kind to web/test/fixtures.ts.').toEqual(KINDS.map(kindOf))
})

const ALL = { ...SECTIONS, ...LANDING_SECTIONS }

describe.each(Object.keys(ALL) as (keyof typeof ALL)[])('a section of the kind %s', (kind) => {
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

const EMPTY: { [Field in Emptiable]: null } = {
  label: null,
  kicker: null,
  heading: null,
  summary: null,
  person: null,
  source: null,
  caption: null,
  language: null,
  links: null,
  image: null,
  category: null,
}

/** The fields that an editor may leave empty, of all kinds. */
type Emptiable = {
  [Kind in keyof typeof ALL]: EmptiableOf<Omit<typeof ALL[Kind], 'anchor' | 'blockName' | 'id'>>
}[keyof typeof ALL]

type EmptiableOf<Section> = { [Field in keyof Section]-?: null extends Section[Field] ? Field : never }[keyof Section]

function kindOf(name: string): string {
  return name[0]!.toLowerCase() + name.slice(1)
}
