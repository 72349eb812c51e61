import type { DocumentViewServerProps } from 'payload'
import { VersionView as PayloadVersionView } from '@payloadcms/next/views'
import { RestoreVersion } from './RestoreVersion.tsx'

/**
 * Payload's view of an earlier version, with buttons that say what readers will get. Payload's own button, which it
 * shows to users who may update the document, restores a draft by taking the document off the site.
 */
export function VersionView(props: DocumentViewServerProps) {
  const { initPageResult, routeSegments } = props
  return (
    <>
      <style>{CHANGED_BLOCKS}</style>
      <RestoreVersion version={routeSegments.at(-1)!} />
      <PayloadVersionView {...props} initPageResult={withoutUpdate(initPageResult)} />
    </>
  )
}

/** Tints paragraphs, headings and items that contain a changed word. See `lightStyles.mjs`. */
const CHANGED_BLOCKS = ['create', 'delete'].map(change => `
  .html-diff :is(p, h1, h2, h3, h4, h5, h6, blockquote, pre, li):not([data-enable-match="false"]):has([data-match-type="${change}"]) {
    background: var(--diff-${change}-parent-bg);
    box-shadow: 0 0 0 0.5rem var(--diff-${change}-parent-bg);
    color: var(--diff-${change}-parent-color);
  }`).join('')

type InitPageResult = DocumentViewServerProps['initPageResult']

function withoutUpdate(result: InitPageResult): InitPageResult {
  const { collectionConfig, permissions } = result
  const { collections } = permissions
  const slug = collectionConfig!.slug
  return {
    ...result,
    permissions: {
      ...permissions,
      collections: { ...collections, [slug]: { ...collections![slug]!, update: undefined } },
    },
  }
}
