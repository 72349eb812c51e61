import type { Collections, CollectionSlug, Link } from '@masthead/shared/types'
import type { DraftSlug } from '../../../src/drafts/DraftSlug.ts'
import type { Cms } from '../harness/cms.ts'
import type { Basics } from '../harness/content.ts'
import type { Session } from '../harness/Session.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  article,
  card,
  cta,
  landingPage,
  landingSection,
  linkTo,
  makeBasics,
  prose,
  richText,
  section,
  service,
  table,
  uploadPicture,
} from '../harness/content.ts'
import { handIn } from '../harness/handIn.ts'
import { OpenForm } from '../harness/OpenForm.ts'
import { picture } from '../harness/picture.ts'

/** The word that no stranger may ever meet: it stands in every text of what is not public. */
export const SECRET = 'zzquagga'

/** A word like it that stands nowhere. What is answered about the one must be answered about the other. */
export const NOTHING = 'zzquaggz'

export type State
  = | 'draft'
    | 'unpublished'
    | 'older version'
    | 'pending draft'
    | 'trashed'
    | 'trashed draft'
    | 'not public'

export interface Secret {
  collection: string
  state: State
  id: string
}

export interface Secrets {
  secrets: Secret[]
  /** Published documents that refer to every one of them. */
  published: { collection: CollectionSlug, id: string, slug: string }[]
}

/**
 * In each collection, in each state that hides something, a document with the secret; and published ones around them.
 */
export async function seedSecrets(cms: Cms): Promise<Secrets> {
  const editor = await cms.as('editor')
  // The owner of what is hidden is part of the secret.
  const owner = await cms.as('writer', SECRET)
  const admin = await cms.as('admin')
  await admin.update('users', owner.person.id, { name: SECRET })

  const basics = await makeBasics(editor)
  const trashed = await seedTrashed(editor)
  const tables = await seedDrafts(
    'comparison-tables',
    secretTable,
    table({ title: 'A public table', criterionLabel: 'Criterion', description: null }),
    { editor, owner },
  )
  const cards = await seedDrafts(
    'takeaway-cards',
    secretCard,
    card({ title: 'A public card', points: [], stats: [] }),
    { editor, owner },
  )
  const posts = await seedDrafts(
    'posts',
    secretPost(basics),
    article(basics, { title: 'A public article', tags: [], seo: { title: null, description: null } }),
    { editor, owner },
  )
  const marketing = { editor, owner: editor }
  const services = await seedDrafts(
    'services',
    secretService,
    service({ title: 'A public service', seo: { title: null, description: null } }),
    marketing,
  )
  const pages = await seedDrafts(
    'pages',
    secretPage,
    landingPage({ title: 'A public page', seo: { title: null, description: null } }),
    marketing,
    name => ({ path: name ? `/${name}` : `/${SECRET}-${addresses++}` }),
  )
  const ctas = await seedDrafts('ctas', secretCta, cta({ headline: 'A public call' }), marketing, () => ({}))
  const secrets = [
    ...services,
    ...pages,
    ...ctas,
    ...tables,
    ...cards,
    ...posts,
    ...trashed,
    { collection: 'users', state: 'not public', id: owner.person.id } as const,
    // A redirect is public; what was noted about it is not.
    {
      collection: 'redirects',
      state: 'not public',
      id: (await editor.create('redirects', { from: '/noted', to: '/blog', note: SECRET })).id,
    } as const,
    await seedEnquiry(cms, editor),
    // Written by the CMS when something with the secret for a title was published.
    {
      collection: 'audit-log',
      state: 'not public',
      id: (await admin.find('audit-log', { where: { title: { equals: SECRET } }, limit: 1 })).docs[0]!.id,
    } as const,
    ...await seedRecords(editor),
  ]
  await holdSecret(owner, posts[0]!.id)
  void workIn(owner, posts[0]!.id)
  return { secrets, published: await publishReferences(editor, basics, secrets) }
}

/** Saves a text over a field that another user has changed: it is set aside, for its author alone. */
async function holdSecret(owner: Session, post: string): Promise<void> {
  const { headers } = await owner.send('PATCH', `/api/posts/${post}`, {
    query: { draft: true },
    body: { excerpt: `${SECRET} set aside`, _changes: { revision: '', values: { excerpt: 1 }, rows: {} } },
  })
  if (!headers.has('masthead-held-changes'))
    throw new Error('The secret text was not set aside.')
}

interface Hands {
  editor: Session
  owner: Session
}

async function seedDrafts<Slug extends DraftSlug>(
  collection: Slug,
  secret: Partial<Collections[Slug]>,
  open: Partial<Collections[Slug]>,
  { editor, owner }: Hands,
  /** What makes its address; undefined for one that is secret itself. */
  address: (name?: string) => object = slug => slug ? { slug } : {},
): Promise<Secret[]> {
  const publish = async (data: Partial<Collections[Slug]>) =>
    (await editor.create(collection, { ...data, _status: 'published' })).id
  const named = (name: string) => ({ ...open, ...address(name) } as Partial<Collections[Slug]>)
  const hidden = (name?: string) => ({ ...secret, ...address(name) } as Partial<Collections[Slug]>)

  const draft = (await owner.create(collection, hidden(), { draft: true })).id
  const unpublished = await publish(hidden())
  await editor.unpublish(collection, unpublished)
  const older = await publish(hidden('older'))
  await editor.publish(collection, older, named('older'))
  const pending = await publish(named('pending'))
  await editor.saveDraft(collection, pending, hidden('pending'))
  const trashed = await publish(hidden())
  await editor.trash(collection, trashed)
  const trashedDraft = (await owner.create(collection, hidden(), { draft: true })).id
  await owner.trash(collection, trashedDraft)

  return [
    { collection, state: 'draft', id: draft },
    { collection, state: 'unpublished', id: unpublished },
    { collection, state: 'older version', id: older },
    { collection, state: 'pending draft', id: pending },
    { collection, state: 'trashed', id: trashed },
    { collection, state: 'trashed draft', id: trashedDraft },
  ]
}

async function seedTrashed(editor: Session): Promise<Secret[]> {
  const category = await editor.create('categories', { title: SECRET, description: SECRET })
  const author = await editor.create('authors', { name: SECRET, jobTitle: SECRET, bio: SECRET })
  const media = await editor.upload({ ...await picture({ name: `${SECRET}.png` }) }, { alt: SECRET, credit: SECRET })
  const secrets = Object.entries({ categories: category, authors: author, media })
  for (const [collection, { id }] of secrets)
    await editor.trash(collection as CollectionSlug, id)
  return secrets.map(([collection, { id }]) => ({ collection, state: 'trashed', id }))
}

async function seedEnquiry(cms: Cms, editor: Session): Promise<Secret> {
  const reference = await handIn(cms, {
    name: SECRET,
    email: `${SECRET}@example.com`,
    company: SECRET,
    message: `${SECRET} ${SECRET}`,
    page: `/${SECRET}`,
  })
  const { docs: [made] } = await editor.find('enquiries', { where: { reference: { equals: reference } } })
  await editor.update('enquiries', made!.id, { note: SECRET })
  return { collection: 'enquiries', state: 'not public', id: made!.id }
}

/** What the admin notes down for itself: what somebody's list looks like. */
async function seedRecords(editor: Session): Promise<Secret[]> {
  const made: Secret[] = []
  const note = async (collection: string, path: string, body: object) => {
    const { status, body: { doc } } = await editor.send<{ doc: { id: string } }>('POST', path, { body })
    if (status >= 300)
      throw new Error(`${path} answered ${status}.`)
    made.push({ collection, state: 'not public', id: doc.id })
  }
  await note('payload-preferences', '/api/payload-preferences/list', { value: { search: SECRET } })
  return made
}

/** The owner has a draft open as long as the CMS runs. */
async function workIn(owner: Session, post: string): Promise<void> {
  const form = new OpenForm(owner, `/api/posts/${post}/presence`)
  try {
    for (;;) {
      const { status } = await form.report(owner.url, { section: { label: SECRET, row: SECRET } })
      if (status === 401)
        await form.open()
      else
        await sleep(3000)
    }
  }
  catch {
    // The CMS has ended, and the test with it.
  }
}

async function publishReferences(editor: Session, basics: Basics, secrets: Secret[]): Promise<Secrets['published']> {
  const idsOf = (collection: string, wanted: (state: State) => boolean = () => true) =>
    secrets.filter(secret => secret.collection === collection && wanted(secret.state)).map(secret => secret.id)
  const shown = await uploadPicture(editor)
  const author = await editor.create('authors', { name: 'Author of secrets', photo: idsOf('media')[0]! })
  const post = await editor.create(
    'posts',
    article({ ...basics, author: author.id }, {
      title: 'An article that refers to all',
      hero: shown.id,
      related: idsOf('posts', state => !state.startsWith('trashed')),
      sections: [
        ...idsOf('comparison-tables').map(id => section('comparison', { table: id })),
        section('spotlight', { cards: idsOf('takeaway-cards') }),
        section('takeaways', { cards: idsOf('takeaway-cards') }),
        prose(...idsOf('posts').map(id => linkTo(id))),
        section('faq', {
          questions: [{ question: 'Which?', answer: richText(...idsOf('posts').map(id => linkTo(id))) }],
        }),
        section('picture', { image: idsOf('media')[0]! }),
      ],
      _status: 'published',
    }),
  )
  const other = await editor.create(
    'posts',
    article({ category: idsOf('categories')[0]!, author: idsOf('authors')[0]! }, {
      title: 'An article of what is in the trash',
      hero: idsOf('media')[0]!,
      seo: { image: idsOf('media')[0]! },
      related: [post.id],
      _status: 'published',
    }),
  )
  const links: Link[] = (['posts', 'services', 'pages', 'categories', 'authors'] as const)
    .flatMap(relationTo =>
      idsOf(relationTo).map(value => ({ label: 'A link', document: { relationTo, value } }) as Link),
    )
  const sections = [
    landingSection('hero', { image: idsOf('media')[0]!, links: links.slice(0, 3) }),
    landingSection('hero', { links: links.slice(-3) }),
    ...idsOf('comparison-tables').map(id => landingSection('comparison', { table: id })),
    landingSection('spotlight', { cards: idsOf('takeaway-cards') }),
    landingSection('relatedPosts', { posts: idsOf('posts', state => !state.startsWith('trashed')) }),
    landingSection('latestPosts', { count: 12, category: idsOf('categories')[0]! }),
    landingSection('latestPosts', { count: 12 }),
    landingSection('enquiryForm', {}),
  ]
  const page = await editor.create(
    'pages',
    landingPage({ title: 'A page that refers to all', path: '/refers', sections, _status: 'published' }),
  )
  const offered = await editor.create(
    'services',
    service({ title: 'A service that refers to all', sections, _status: 'published' }),
  )
  for (const link of links)
    await editor.create('ctas', cta({ link, _status: 'published' }))
  await editor.send('POST', '/api/globals/site', {
    body: { navigation: links.slice(0, 8), footerLinks: links.slice(0, 24) },
  })
  return [
    { collection: 'pages', id: page.id, slug: '' },
    { collection: 'services', id: offered.id, slug: offered.slug },
    { collection: 'posts', id: post.id, slug: post.slug },
    { collection: 'posts', id: other.id, slug: other.slug },
    { collection: 'authors', id: author.id, slug: author.slug },
  ]
}

/** So that each secret page has a path of its own. */
let addresses = 0

const SECRET_HEAD = { label: SECRET, kicker: SECRET, heading: SECRET, summary: SECRET }

const secretSections = [
  landingSection('hero', { ...SECRET_HEAD, links: [{ label: SECRET, url: `/${SECRET}` }] }),
  landingSection('offer', { ...SECRET_HEAD, items: [{ title: SECRET, text: SECRET }] }),
  landingSection('proof', { ...SECRET_HEAD, stats: [{ value: SECRET, label: SECRET, source: SECRET }] }),
  landingSection('process', { ...SECRET_HEAD, steps: [{ title: SECRET, text: SECRET }] }),
]

const secretService = service({
  title: SECRET,
  summary: SECRET,
  seo: { title: SECRET, description: SECRET },
  sections: secretSections,
})

const secretPage = landingPage({ title: SECRET, seo: { title: SECRET, description: SECRET }, sections: secretSections })

const secretCta = cta({ headline: SECRET, link: { label: SECRET, url: `/${SECRET}` } })

const secretTable = table({
  title: SECRET,
  description: SECRET,
  criterionLabel: SECRET,
  columns: [{ key: SECRET, label: SECRET, note: SECRET }],
  rows: [{ criterion: SECRET, cells: { [SECRET]: { mark: 'text', text: SECRET, note: SECRET, source: SECRET } } }],
})

const secretCard = card({
  title: SECRET,
  body: SECRET,
  points: [{ lead: SECRET, text: SECRET }],
  stats: [{ value: SECRET, label: SECRET, source: SECRET }],
})

function secretPost(basics: Basics): Partial<Collections['posts']> {
  const words = { label: SECRET, kicker: SECRET, heading: SECRET, summary: SECRET }
  return article(basics, {
    title: SECRET,
    excerpt: SECRET,
    tags: [SECRET],
    seo: { title: SECRET, description: SECRET },
    sections: [
      section('prose', { ...words, body: richText(SECRET) }),
      section('quote', { ...words, text: SECRET, person: SECRET, source: SECRET }),
      section('code', { ...words, code: SECRET, caption: SECRET }),
      section('faq', { ...words, questions: [{ question: SECRET, answer: richText(SECRET) }] }),
    ],
  })
}
