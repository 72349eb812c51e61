/** Does the same with each of many, in no order: the server is never idle, and never has more than eight to answer. */
export async function eightAtOnce<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all].values()
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (const one of left)
      await work(one)
  }))
}
