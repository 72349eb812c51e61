import type { LandingKind, LandingSection, Link } from '@masthead/shared/types'
import type { Session } from '../../integration/harness/Session.ts'
import {
  card,
  cta,
  landingPage,
  landingSection,
  richText,
  service,
  table,
  uploadPicture,
} from '../../integration/harness/content.ts'

/** Publishes a home page and a service with a section of every kind, a banner that moves, and a navigation. */
export async function everyLandingKind(editor: Session): Promise<void> {
  const { docs: [post] } = await editor.find('posts', { limit: 1, depth: 0 })
  const picture = await uploadPicture(editor)
  const compared = await editor.create('comparison-tables', { ...table({ title: 'Compared' }), _status: 'published' })
  const shown = await editor.create('takeaway-cards', { ...card({ title: 'Shown' }), _status: 'published' })
  const head = (heading: string) => ({ label: 'label', kicker: 'A kicker', heading, summary: 'What it comes to.' })
  const kinds: Record<LandingKind, LandingSection> = {
    hero: landingSection('hero', {
      ...head('Opening'),
      image: picture.id,
      links: [{ label: 'Begin', url: '#enquiry' }, { label: 'Read', url: '/blog' }],
    }),
    offer: landingSection('offer', {
      ...head('Offer'),
      items: [{ title: 'Review', text: 'We read it.' }, { title: 'Repair', text: 'We mend it.' }],
    }),
    proof: landingSection('proof', {
      ...head('Figures'),
      stats: [{ value: '41', label: 'systems', source: 'Own count' }],
    }),
    process: landingSection('process', {
      ...head('Process'),
      steps: [{ title: 'Listen', text: 'A day.' }, { title: 'Measure', text: 'A week.' }],
    }),
    prose: landingSection('prose', { ...head('Text'), body: richText('Words that say something.') }),
    comparison: landingSection('comparison', { ...head('Comparison'), table: compared.id }),
    spotlight: landingSection('spotlight', { ...head('Spotlight'), cards: [shown.id] }),
    quote: landingSection('quote', { text: 'A log is a promise.', person: 'Ida Ringdal' }),
    faq: landingSection('faq', {
      ...head('Questions'),
      questions: [{ question: 'Why?', answer: richText('Because.') }],
    }),
    picture: landingSection('picture', { ...head('Picture'), image: picture.id, caption: 'Two colours.' }),
    relatedPosts: landingSection('relatedPosts', { ...head('Chosen'), posts: [post!.id] }),
    latestPosts: landingSection('latestPosts', { ...head('Latest'), count: 3 }),
    enquiryForm: landingSection('enquiryForm', {}),
  }
  const sections = Object.values(kinds)
  const offered = await editor.create('services', {
    ...service({ title: 'Every kind', sections }),
    _status: 'published',
  })
  await editor.create('pages', { ...landingPage({ title: 'Home', path: '/', sections }), _status: 'published' })
  for (const headline of ['A first call to action', 'A second call to action'])
    await editor.create('ctas', { ...cta({ headline }), _status: 'published' })
  const link: Link = { label: 'A service', document: { relationTo: 'services', value: offered.id } }
  await editor.send('POST', '/api/globals/site', {
    body: { navigation: [link, { label: 'Journal', url: '/blog' }], footerLinks: [link] },
  })
}
