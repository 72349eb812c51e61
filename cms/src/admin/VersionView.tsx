import type { DocumentViewServerProps } from 'payload'
import { VersionView as PayloadVersionView } from '@payloadcms/next/views'
import { RestoreVersion } from './RestoreVersion.tsx'

/**
 * Payload's view of an earlier version, with buttons that say what readers get. Payload's own button, which it shows to
 * users who may update the document, restores a draft by taking the document off the site.
 */
export function VersionView(props: DocumentViewServerProps) {
  const { initPageResult, routeSegments } = props
  return (
    <>
      <RestoreVersion version={routeSegments.at(-1)!} />
      <PayloadVersionView {...props} initPageResult={withoutUpdate(initPageResult)} />
    </>
  )
}

type InitPageResult = DocumentViewServerProps['initPageResult']

function withoutUpdate(result: InitPageResult): InitPageResult {
  const { collectionConfig, permissions } = result
  const { collections } = permissions
  const slug = collectionConfig!.slug
  return { ...result, permissions: { ...permissions, collections: { ...collections, [slug]: { ...collections![slug]!, update: undefined } } } }
}
