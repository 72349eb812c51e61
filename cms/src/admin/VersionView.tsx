import type { DocumentViewServerProps, PayloadRequest } from 'payload'
import type { DraftSlug } from '../drafts/DraftSlug.ts'
import type { ListedVersion } from '../drafts/versions/ListedVersion.ts'
import type { ComparedVersion } from './versions/Compare.tsx'
import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import { listVersions } from '../drafts/versions/listVersions.ts'
import { RestoreVersion } from './RestoreVersion.tsx'
import { Compare } from './versions/Compare.tsx'

/** An earlier version: what is different from another one, and buttons that restore it. */
export async function VersionView({ initPageResult, routeSegments, searchParams }: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = initPageResult
  const { admin, labels, slug } = collectionConfig!
  const id = routeSegments.at(-1)!
  const choices = await versionsUntil(id, { collection: slug as DraftSlug, parent: String(docID), req })
  const index = choices.findIndex(choice => choice.id === id)
  const shown = choices[index]
  if (!shown)
    return notFound()
  const other = choices.find(choice => choice.id === searchParams?.with) ?? choices[index + 1]
  const compared = (listed: ListedVersion) => withContent(listed, slug as DraftSlug, req)
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={slug}
        id={docID}
        isTrashed={routeSegments[2] === 'trash'}
        pluralLabel={String(labels.plural)}
        useAsTitle={admin.useAsTitle}
        view="Version"
      />
      <RestoreVersion version={id} />
      <main className="compare">
        <Gutter>
          <Compare shown={await compared(shown)} other={other && await compared(other)} choices={choices} now={Date.now()} />
        </Gutter>
      </main>
    </>
  )
}

interface Place {
  collection: DraftSlug
  parent: string
  req: PayloadRequest
}

/** Returns the versions of a document from the newest to the one before the given one, page by page. */
async function versionsUntil(id: string, { collection, parent, req }: Place): Promise<ListedVersion[]> {
  const found: ListedVersion[] = []
  for (let page = 1, isDone = false; !isDone; page++) {
    const { versions, hasOlder } = await listVersions(req, collection, parent, page)
    found.push(...versions)
    isDone = !hasOlder || found.slice(0, -1).some(version => version.id === id)
  }
  return found
}

async function withContent(listed: ListedVersion, collection: DraftSlug, req: PayloadRequest): Promise<ComparedVersion> {
  const { version } = await req.payload.findVersionByID({
    collection,
    id: listed.id,
    depth: 0,
    trash: true,
    overrideAccess: false,
    req,
  })
  return { listed, content: { ...version } }
}
