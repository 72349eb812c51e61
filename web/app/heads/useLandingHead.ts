import type { Crumb } from '../crumbs'
import type { DrawnSection } from '../landing'
import type { PageContent, SiteContent } from '../selections'
import { HOME } from '@masthead/shared/paths'
import { useRequestEvent } from '#imports'
import { breadcrumbJsonLd, organizationJsonLd, serviceJsonLd } from '../jsonLd'
import { landingOf } from '../landing'
import { sharedImage } from '../sharedImage'
import { usePageHead } from './usePageHead'

interface LandingHead {
  site: SiteContent
  collection: 'pages' | 'services'
  doc: Pick<PageContent, 'id' | 'seo' | 'title' | 'updatedAt'> & { summary?: string, sections: DrawnSection[] }
  path: string
  /** The way to a service. */
  trail?: Crumb[]
}

export function useLandingHead({ site, collection, doc, path, trail }: LandingHead): void {
  const { siteUrl } = useRequestEvent()!.context
  const { opening } = landingOf(doc.sections)
  const description = doc.seo?.description || doc.summary || opening?.summary
  const image = sharedImage([doc.seo?.image, opening?.image])
  usePageHead({
    site,
    title: doc.seo?.title || titleOf(doc.title, site, path),
    description,
    path,
    image,
    revision: { collection, id: doc.id, updatedAt: doc.updatedAt },
    jsonLd: [
      ...(path === HOME ? [organizationJsonLd(site, siteUrl)] : []),
      ...(trail
        ? [
            serviceJsonLd({ name: doc.title, description, url: siteUrl + path, site, siteUrl }),
            breadcrumbJsonLd([...trail, { name: doc.title, path }], siteUrl),
          ]
        : []),
    ],
  })
}

/** The home page is the site itself. */
function titleOf(title: string, { name, tagline }: SiteContent, path: string): string {
  if (path === HOME)
    return tagline ? `${name} · ${tagline}` : name
  return `${title} · ${name}`
}
