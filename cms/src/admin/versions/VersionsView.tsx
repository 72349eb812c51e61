import type { DocumentViewServerProps } from 'payload'
import type { DraftSlug } from '../../drafts/DraftSlug.ts'
import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import { listVersions } from '../../drafts/versions/listVersions.ts'
import { VersionList } from './VersionList.tsx'

/** The list of a document’s versions: who saved each of them, when and why. */
export async function VersionsView({ initPageResult, routeSegments, searchParams }: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = initPageResult
  const { admin, labels, slug } = collectionConfig!
  const page = Math.max(Math.trunc(Number(searchParams?.page)) || 1, 1)
  const { versions, hasOlder } = await listVersions(req, slug as DraftSlug, String(docID), page)
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={slug}
        id={docID}
        isTrashed={routeSegments[2] === 'trash'}
        pluralLabel={String(labels.plural)}
        useAsTitle={admin.useAsTitle}
        view="Versions"
      />
      <main className="versions-view">
        <Gutter>
          <VersionList versions={versions} page={page} hasOlder={hasOlder} now={Date.now()} />
        </Gutter>
      </main>
    </>
  )
}
