/** An error between the site instance and a render process. The message names the path. */
export class RenderError extends Error {
  override name = 'RenderError'

  constructor(path: string, problem: string) {
    super(`"${path}": ${problem}`)
  }
}
