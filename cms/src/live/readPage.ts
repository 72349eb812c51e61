/** A page as an anonymous visitor gets it. */
export interface Seen {
  status: number
  /** The document that is the page's main content: `posts/ID`. */
  shows?: string
  /** The sequence number of the last change that the page has followed. */
  feed?: number
}

/**
 * Reads a page anonymously.
 * @throws {Error} with the reason in a few words if there was no response
 */
export async function readPage(url: string): Promise<Seen> {
  const answer = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'text/html' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
    .catch((error: Error & { cause?: { code?: string } }) => {
      throw new Error(error.cause?.code ?? error.name, { cause: error })
    })
  const [, shows, feed] = MARK.exec(await answer.text()) ?? []
  return { status: answer.status, shows, feed: feed === undefined ? undefined : Number(feed) }
}

/** Milliseconds to wait for the response. */
const TIMEOUT_MS = 3000

const MARK = /<meta name="revision" content="([^@"]*)@[^;"]*(?:; feed=(\d+))?"/
