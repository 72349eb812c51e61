/** What went wrong between this code and the CMS; the message says which request. */
export class CmsError extends Error {
  override name = 'CmsError'
  readonly method: string
  readonly url: string
  /** The status of the response; undefined without a response. */
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
  /** In words, after the status. */
  problem: string
}
