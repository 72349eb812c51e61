import type { Config, Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { journalPlugin } from '../../../src/admin/journal/journalPlugin.ts'

describe('the journal', () => {
  it('is in every form of the admin, new collections and globals included', async () => {
    const { collections, globals } = await journalPlugin({
      collections: [{ slug: 'events', fields: [title] }, { slug: 'feed', admin: { hidden: true }, fields: [title] }],
      globals: [{ slug: 'banner', fields: [title] }],
    } as unknown as Config)
    expect(namesIn(collections?.[0]?.fields)).toEqual(['journal', 'title'])
    expect(namesIn(globals?.[0]?.fields)).toEqual(['journal', 'title'])
    expect(namesIn(collections?.[1]?.fields), 'without a form').toEqual(['title'])
  })

  it('is emptied at sign-out, beside what else stands around the admin', async () => {
    const { admin } = await journalPlugin({ admin: { components: { providers: ['/Theme.tsx#Theme'] } } } as Config)
    expect(admin?.components?.providers).toEqual([
      '/Theme.tsx#Theme',
      '/admin/journal/ForgetAtSignOut.tsx#ForgetAtSignOut',
    ])
  })
})

const title: Field = { name: 'title', type: 'text' }

function namesIn(fields: Field[] = []): unknown[] {
  return fields.map(field => 'name' in field ? field.name : field.type)
}
