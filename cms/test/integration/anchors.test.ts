import type { Section } from '@masthead/shared/types'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, makeBasics, prose } from './harness/content.ts'

let cms: Cms
let basics: Basics
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

describe('the anchor of a section', () => {
  it('is made of its heading when it is published, not before', async () => {
    const { id, sections } = await editor.create(
      'posts',
      article(basics, { title: 'Made', sections: [headed('Why'), headed('Why')] }),
      { draft: true },
    )
    expect(anchorsOf(sections)).toEqual([null, null])
    expect(anchorsOf((await editor.publish('posts', id)).sections)).toEqual(['why', 'why-2'])
  })

  it('is made at once for what is published at once', async () => {
    const { sections } = await editor.create(
      'posts',
      article(basics, { title: 'At once', sections: [headed('Why')], _status: 'published' }),
    )
    expect(anchorsOf(sections)).toEqual(['why'])
  })

  it('stays when the heading changes and the section moves, by whatever way', async () => {
    const { id } = await editor.create(
      'posts',
      article(basics, { title: 'Kept', sections: [headed('Why'), headed('How')] }),
      { draft: true },
    )
    const { sections: [why, how] } = await editor.publish('posts', id) as unknown as { sections: [Section, Section] }
    // Who writes by REST may not know of anchors.
    const { anchor: _, ...reason } = why
    await editor.saveDraft('posts', id, { sections: [headed('Why'), how, { ...reason, heading: 'The reason' }] })
    expect(anchorsOf((await editor.publish('posts', id)).sections)).toEqual(['why-2', 'how', 'why'])
  })

  it('is another for a copy of the section, and for a copy of the article', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Copied', sections: [headed('Why')] }), {
      draft: true,
    })
    const { sections: [why] } = await editor.publish('posts', id) as unknown as { sections: [Section] }
    const { id: _, ...copy } = why
    expect(
      anchorsOf(
        (await editor.publish('posts', id, { sections: [{ ...copy, heading: 'Above' } as Section, why] })).sections,
      ),
    ).toEqual(['above', 'why'])

    const { doc }
      = (await editor.send<{ doc: { sections: Section[] } }>('POST', `/api/posts/${id}/duplicate`, { body: {} })).body
    expect(anchorsOf(doc.sections)).toEqual([null, null])
  })
})

function headed(heading: string): Section {
  return { ...prose('Words.'), heading }
}

function anchorsOf(sections: Section[]): (string | null)[] {
  return sections.map(({ anchor }) => anchor ?? null)
}
