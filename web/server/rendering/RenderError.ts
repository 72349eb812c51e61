/** What went wrong between the web and a render process; the message says at which path. */
export class RenderError extends Error {
  override name = 'RenderError'

  constructor(path: string, problem: string) {
    super(`"${path}": ${problem}`)
  }
}
