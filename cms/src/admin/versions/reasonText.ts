import type { ListedVersion } from '../../drafts/versions/ListedVersion.ts'

/** Returns why a version exists, with its name: “Kept: Before the review”. */
export function reasonText(version: Pick<ListedVersion, 'isTrashed' | 'name' | 'reason' | 'wasPublished'>): string {
  return version.name ? `${textOf(version)}: ${version.name}` : textOf(version)
}

function textOf({ isTrashed, reason, wasPublished }: Parameters<typeof reasonText>[0]): string {
  if (isTrashed)
    return 'Moved to the trash'
  switch (reason) {
    case undefined:
      return wasPublished ? 'Published' : 'Edited'
    case 'restored':
      return wasPublished ? 'Changes discarded' : 'Restored'
    default:
      return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`
  }
}
