/** A page as a stranger gets it. */
export interface Seen {
  status: number
  /** The document that the page shows above all: `posts/ID`. */
  shows?: string
  /** The last change that the page has followed. */
  feed?: number
}

/** @throws the reason for which there was no answer, in a few words */
export async function readPage(url: string): Promise<Seen> {
  const answer = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html' }, signal: AbortSignal.timeout(TIMEOUT_MS) })
    .catch((error: Error & { cause?: { code?: string } }) => { throw new Error(error.cause?.code ?? error.name, { cause: error }) })
  const [, shows, feed] = MARK.exec(await answer.text()) ?? []
  return { status: answer.status, shows, feed: feed === undefined ? undefined : Number(feed) }
}

/** Milliseconds. */
const TIMEOUT_MS = 3000

const MARK = /<meta name="revision" content="([^@"]*)@[^;"]*(?:; feed=(\d+))?"/
