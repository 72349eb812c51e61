/** A failure without a stack trace: its message tells the user what is wrong and how to fix it. */
export class Failure extends Error {
  override name = 'Failure'
}
