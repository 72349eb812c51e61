import type { Author, Category, ComparisonTable, Media, TakeawayCard } from '@masthead/shared/payload-types'
import type { LandingKind, RichText, Section, SectionKind, SectionOf } from '@masthead/shared/types'
import type { DrawnSection } from '../app/landing'
import type { Layout } from '../app/layout/Layout'
import type { Article, CtaContent, EnquiryContent, SiteContent } from '../app/selections'

const DATES = { createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-02T09:00:00.000Z' }

type Node = RichText['root']['children'][number]

export function text(words: string, format = 0): Node {
  return { type: 'text', version: 1, text: words, format }
}

export function node(type: string, children: Node[] = [], rest: object = {}): Node {
  return { type, version: 1, children, ...rest }
}

export function richText(...children: Node[]): RichText {
  return { root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children } }
}

export const media: Media = {
  ...DATES,
  id: 'media-1',
  alt: 'A curve that bends upwards.',
  credit: 'Drawn by the authors',
  hash: '0123456789abcdef',
  filename: 'a curve.png',
  mimeType: 'image/png',
  width: 1200,
  height: 800,
  sizes: {
    w480webp: { filename: 'a curve-480x320.webp', mimeType: 'image/webp', width: 480 },
    w480avif: { filename: 'a curve-480x320.avif', mimeType: 'image/avif', width: 480 },
    w960webp: { filename: 'a curve-960x640.webp', mimeType: 'image/webp', width: 960 },
    w960avif: { filename: 'a curve-960x640.avif', mimeType: 'image/avif', width: 960 },
    w1600webp: { filename: 'a curve-1200x800.webp', mimeType: 'image/webp', width: 1200 },
    share: { filename: 'a curve-1200x630.jpg', mimeType: 'image/jpeg', width: 1200 },
  },
}

export const table: ComparisonTable = {
  ...DATES,
  id: 'table-1',
  slug: 'table',
  title: 'Title of the table',
  description: 'Description of the table.',
  criterionLabel: 'Criterion',
  columns: [{ key: 'a', label: 'Column A', note: '(note on A)' }, { key: 'b', label: 'Column B' }, {
    key: 'c',
    label: 'Column C',
  }],
  rows: [
    {
      criterion: 'Marks',
      cells: { c: { mark: 'partly', text: 'at night' }, a: { mark: 'yes' }, b: { mark: 'no', note: 'not since May' } },
    },
    {
      criterion: 'Words',
      cells: { a: { mark: 'text', text: '12 ms', source: 'our bench' }, b: { mark: 'text', text: '<b>7</b> ms' } },
    },
  ],
}

export function card(title: string, rest: Partial<TakeawayCard> = {}): TakeawayCard {
  return {
    ...DATES,
    id: `card-${title}`,
    slug: title,
    title,
    body: 'First paragraph.\n\nSecond paragraph.',
    points: [{ lead: 'Risk', text: 'it may break.' }, { lead: 'Really?', text: 'yes.' }, {
      text: 'A point without a lead.',
    }],
    stats: [{ value: '10×', label: 'faster', source: 'our bench' }, { value: '$1B+', label: 'at stake' }],
    ...rest,
  }
}

const HEAD = { label: 'label', kicker: 'KICKER', heading: 'Heading', summary: 'Summary.' }

/** One section of each kind: whoever adds a kind is asked by the compiler for its fixture. */
export const SECTIONS: { [Kind in SectionKind]: SectionOf<Kind> } = {
  prose: {
    ...HEAD,
    blockType: 'prose',
    body: richText(node('paragraph', [text('Lead phrase.', 1), text(' And the rest.')])),
  },
  comparison: { ...HEAD, blockType: 'comparison', table },
  spotlight: { ...HEAD, blockType: 'spotlight', cards: [card('One'), card('Two')] },
  takeaways: { ...HEAD, blockType: 'takeaways', cards: [card('Three'), card('Four')] },
  quote: { ...HEAD, blockType: 'quote', text: 'Words worth keeping.', person: 'A. Person, engineer', source: 'A talk' },
  picture: { ...HEAD, blockType: 'picture', image: media, caption: 'What it means.' },
  code: { ...HEAD, blockType: 'code', code: 'SELECT 1 < 2;\n', language: 'sql', caption: 'A query.' },
  faq: {
    ...HEAD,
    blockType: 'faq',
    questions: [{ question: 'Why?', answer: richText(node('paragraph', [text('Because.')])) }],
  },
}

export const ctas: CtaContent[] = [
  { id: 'cta-1', headline: 'A first headline', link: { label: 'Go', url: '/services' } },
  { id: 'cta-2', headline: 'A second headline', link: { label: 'Look', url: 'https://example.org' } },
]

export const enquiry: EnquiryContent = {
  kicker: 'Begin',
  heading: 'Tell us',
  text: 'What holds you up?',
  badges: [{ label: 'An answer in two days' }, { label: 'No newsletter' }],
  stats: [{ value: '14', label: 'engineers', source: 'our payroll' }, { value: '9 y', label: 'in business' }],
}

/** All that the CMS says of it. */
export const enquirySection = { ...enquiry, onArticles: true, thanks: 'We will write.' }

export const layout: Layout = {
  name: 'Masthead',
  tagline: 'A tagline',
  navigation: [{ label: 'Journal', href: '/blog' }],
  footer: 'A footer.',
  footerLinks: [],
  banner: [],
}

export const site: SiteContent = { name: 'Masthead', tagline: 'A tagline', journalTitle: 'Journal' }

export const category: Category = {
  ...DATES,
  id: 'category-1',
  title: 'The category',
  slug: 'the-category',
  description: 'What it is about.',
}

export const author: Author = {
  ...DATES,
  id: 'author-1',
  name: 'Ines Vold',
  jobTitle: 'Principal engineer',
  slug: 'ines-vold',
  photo: media,
  bio: 'She plans capacity.',
}

export const article: Article = {
  id: 'post-1',
  title: 'The title',
  slug: 'the-title',
  excerpt: 'The excerpt.',
  hero: media,
  category,
  authors: [author, { ...DATES, id: 'author-2', name: 'Åsa', slug: 'asa' }],
  publishedAt: '2026-03-12T23:30:00.000Z',
  updatedAt: '2026-03-13T09:00:00.000Z',
  sections: Object.values<Section>(SECTIONS),
  seo: { title: 'The search title', description: 'The search description.' },
  tags: ['one', 'two'],
  related: [],
}

/** One section of each kind that only landing pages have. */
export const LANDING_SECTIONS: {
  [Kind in Exclude<LandingKind, SectionKind>]: Extract<DrawnSection, { blockType: Kind }>
} = {
  hero: {
    ...HEAD,
    blockType: 'hero',
    image: media,
    links: [{ label: 'Begin', url: '/services' }, {
      label: 'A draft',
      document: { relationTo: 'pages', value: 'a-bare-id' },
    }, { label: 'Read', url: '/blog' }],
  },
  offer: {
    ...HEAD,
    blockType: 'offer',
    items: [{ title: 'Review', text: 'We read it.' }, { title: 'Repair', text: 'We mend it.' }],
  },
  proof: {
    ...HEAD,
    blockType: 'proof',
    stats: [{ value: '41', label: 'systems', source: 'own count' }, { value: '3×', label: 'headroom' }],
  },
  process: {
    ...HEAD,
    blockType: 'process',
    steps: [{ title: 'Listen', text: 'A day.' }, { title: 'Measure', text: 'A week.' }],
  },
  relatedPosts: { ...HEAD, blockType: 'relatedPosts', posts: [article] },
  latestPosts: { ...HEAD, blockType: 'latestPosts', count: 1, category, posts: [article] },
  enquiryForm: { ...HEAD, blockType: 'enquiryForm', words: enquiry, page: '/about' },
}
