/** A failure that needs no stack trace: its message tells the user what is wrong and how to mend it. */
export class Failure extends Error {
  override name = 'Failure'
}
