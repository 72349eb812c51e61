import type { Section, SectionKind } from '@masthead/shared/types'
import type { Session } from '../../integration/harness/Session.ts'
import {
  article,
  card,
  makeBasics,
  prose,
  richText,
  section,
  table,
  uploadPicture,
} from '../../integration/harness/content.ts'
import { picture } from '../../integration/harness/picture.ts'

/** Publishes an article with a section of every kind; returns its slug. */
export async function everyKind(editor: Session): Promise<string> {
  const basics = await makeBasics(editor)
  const photo = await editor.upload(await picture({ width: 1200, height: 800, format: 'jpeg' }), {
    alt: 'Colours',
    credit: 'The tests',
  })
  const hero = await uploadPicture(editor)
  const shown = await editor.create('comparison-tables', {
    ...table({ description: 'Side by side.' }),
    _status: 'published',
  })
  const cards = await Promise.all(['First', 'Second', 'Third'].map(title =>
    editor.create('takeaway-cards', {
      ...card({
        title,
        points: [{ lead: 'Lead', text: 'What follows from it.' }],
        stats: [{ value: '10×', label: 'Growth', source: 'Own count' }],
      }),
      _status: 'published',
    }),
  ))
  const ids = cards.map(({ id }) => id)
  const head = (heading: string) => ({ label: 'label', kicker: 'A kicker', heading, summary: 'What it comes to.' })
  const kinds: Record<SectionKind, Section> = {
    prose: { ...prose('Words that say something.'), ...head('Text') } as Section,
    comparison: section('comparison', { ...head('Comparison'), table: shown.id }),
    spotlight: section('spotlight', { ...head('Spotlight'), cards: ids }),
    takeaways: section('takeaways', { ...head('Takeaways'), cards: ids }),
    quote: section('quote', { ...head('Quote'), text: 'A log is a promise.', person: 'Ida Ringdal', source: 'A talk' }),
    picture: section('picture', { ...head('Picture'), image: photo.id, caption: 'Two colours.' }),
    code: section('code', { ...head('Code'), code: 'select 1;', language: 'sql', caption: 'The least query.' }),
    faq: section('faq', { ...head('Questions'), questions: [{ question: 'Why?', answer: richText('Because.') }] }),
  }
  const post = await editor.create('posts', {
    ...article(basics, {
      title: 'Every kind of section',
      hero: hero.id,
      tags: ['tests'],
      sections: Object.values(kinds),
    }),
    _status: 'published',
  })
  return post.slug
}
