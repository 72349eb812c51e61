'use client'

import type { ListedVersion } from '../../drafts/versions/ListedVersion.ts'
import { Link, useDocumentInfo } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { NameVersion } from './NameVersion.tsx'
import { reasonText } from './reasonText.ts'
import { SavedAt } from './SavedAt.tsx'

interface Props {
  /** Newest first. */
  versions: ListedVersion[]
  page: number
  hasOlder: boolean
  /** The time of the list, in milliseconds since 1970. */
  now: number
}

/** The versions of the open document, each of which leads to its comparison with the one before. */
export function VersionList({ versions, page, hasOlder, now }: Props) {
  const { hasSavePermission, isTrashed } = useDocumentInfo()
  const path = usePathname()
  const [isFiltered, setIsFiltered] = useState(false)
  const shown = isFiltered ? versions.filter(({ name, wasPublished }) => name || wasPublished) : versions

  return (
    <>
      <div className="version-list__head">
        <h2>Versions</h2>
        <label className="version-list__filter">
          <input type="checkbox" checked={isFiltered} onChange={event => setIsFiltered(event.target.checked)} />
          Named and published only
        </label>
      </div>
      {shown.length === 0
        ? <p className="version-list__empty" role="status">{isFiltered ? EMPTY_FILTER : EMPTY}</p>
        : (
            <table className="version-list">
              <thead>
                <tr>
                  <th scope="col">Saved</th>
                  <th scope="col">Version</th>
                  <th scope="col">By</th>
                  <th scope="col"><span className="version-list__actions">Actions</span></th>
                </tr>
              </thead>
              <tbody>
                {shown.map(version => (
                  <tr key={version.id}>
                    <td>
                      <Link href={`${path}/${version.id}`} prefetch={false}><SavedAt date={version.savedAt} now={now} /></Link>
                    </td>
                    <td>
                      <span className={version.name ? 'version-list__named' : undefined}>{reasonText(version)}</span>
                      {version.isPublic && <span className="version-tag version-tag--public">Readers see this</span>}
                      {version.isDraft && <span className="version-tag">Current draft</span>}
                    </td>
                    <td>{version.savedBy}</td>
                    <td>{hasSavePermission && !isTrashed && <NameVersion version={version} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
      {(page > 1 || hasOlder) && (
        <nav className="version-list__pages" aria-label="Pages of versions">
          {page > 1 && <Link href={`${path}?page=${page - 1}`}>Newer versions</Link>}
          {hasOlder && <Link href={`${path}?page=${page + 1}`}>Older versions</Link>}
        </nav>
      )}
    </>
  )
}

const EMPTY = 'There are no versions yet. The first one appears when the document is saved.'
const EMPTY_FILTER = 'No version has a name or was published. To keep one, press “Keep this version” while you edit.'
