/** A failure between this code and the CMS. The message names the request. */
export class CmsError extends Error {
  override name = 'CmsError'
  readonly method: string
  readonly url: string
  /** The status of the CMS's response; undefined if there was none. */
  readonly status: number | undefined
  readonly problem: string

  constructor({ method, url, status, problem, cause }: CmsProblem & { cause?: unknown }) {
    super(`[${method}] "${url}": ${[status, problem].filter(Boolean).join(' ')}`, { cause })
    this.method = method
    this.url = url
    this.status = status
    this.problem = problem
  }
}

export interface CmsProblem {
  method: string
  url: string
  status?: number | undefined
  /** The explanation, after the status. */
  problem: string
}
