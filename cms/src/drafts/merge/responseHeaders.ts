/** The response header that names the changes of a save that were held. */
export const HELD_HEADER = 'masthead-held-changes'

/**
 * The response header of a save into which the CMS merged changes of other users. Without it, whatever differs from the
 * form is an effect of the save itself.
 */
export const MERGED_HEADER = 'masthead-merged'

/** Returns the value of the header; a star stands for more paths than a proxy lets through. */
export function heldHeader(paths: string[]): string {
  const value = encodeURIComponent(JSON.stringify(paths))
  return value.length > MAX_LENGTH ? '*' : value
}

/** Returns the paths in the header: all of a save if there are too many to name, none without a header. */
export function heldPaths(header: string | null, all: string[]): string[] {
  if (header === null)
    return []
  return header === '*' ? all : JSON.parse(decodeURIComponent(header)) as string[]
}

/** nginx buffers four kilobytes of headers. */
const MAX_LENGTH = 2000
