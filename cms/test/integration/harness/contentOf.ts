import type { Basics } from './content.ts'
import { randomUUID } from 'node:crypto'
import { article, card, cta, landingPage, service, table } from './content.ts'

/** A document of a collection that may be published as it is. Each has its own title: of many with one title, each would look longer for a free address. */
export function contentOf(collection: string, basics: Basics): object {
  const title = `${collection} ${randomUUID()}`
  switch (collection) {
    case 'posts':
      return article(basics, { title })
    case 'comparison-tables':
      return table({ title })
    case 'takeaway-cards':
      return card({ title })
    case 'services':
      return service({ title })
    case 'pages':
      return landingPage({ title, path: `/${title}` })
    case 'ctas':
      return cta({ headline: title })
    case 'categories':
      return { title }
    case 'redirects':
      return { from: `/${randomUUID()}`, to: '/target', note: 'What it is for' }
    default:
      return { name: title }
  }
}

/** The field that names a document. */
export function titleOf(collection: string): string {
  return { authors: 'name', ctas: 'headline' }[collection] ?? 'title'
}
