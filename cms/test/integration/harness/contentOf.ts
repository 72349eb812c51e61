import type { Collections, CollectionSlug } from '@masthead/shared/types'
import type { Basics } from './content.ts'
import { randomUUID } from 'node:crypto'
import { article, card, cta, landingPage, service, table } from './content.ts'

/**
 * A document of a collection that may be published as it is. Each has its own title: of many with one title, each would
 * look longer for a free address.
 */
export function contentOf(collection: string, basics: Basics): object {
  if (!Object.hasOwn(CONTENT, collection))
    throw new Error(`cms/test/integration/harness/contentOf.ts has no content for ${collection}.`)
  return CONTENT[collection as ContentSlug](`${collection} ${randomUUID()}`, basics)
}

/** The field that names a document. */
export function titleOf(collection: string): string {
  return { authors: 'name', ctas: 'headline' }[collection] ?? 'title'
}

const CONTENT: { [Slug in ContentSlug]: (title: string, basics: Basics) => Partial<Collections[Slug]> } = {
  'posts': (title, basics) => article(basics, { title }),
  'comparison-tables': title => table({ title }),
  'takeaway-cards': title => card({ title }),
  'services': title => service({ title }),
  'pages': title => landingPage({ title, path: `/${title}` }),
  'ctas': headline => cta({ headline }),
  'categories': title => ({ title }),
  'authors': name => ({ name }),
  'redirects': () => ({ from: `/${randomUUID()}`, to: '/target', note: 'What it is for' }),
}

/** All but those that nobody fills in by a form of the admin alone. */
type ContentSlug = Exclude<
  CollectionSlug,
  | 'audit-log'
  | 'enquiries'
  | 'feed'
  | 'held-changes'
  | 'media'
  | 'passkeys'
  | 'second-factors'
  | 'sign-in-attempts'
  | 'users'
  | 'webs'
>
