import type { Row } from './Row.ts'
import { cpus } from 'node:os'
import process from 'node:process'
import { makeParts, publishArticle } from './article.ts'
import { lists } from './lists.ts'
import { coldRender, footprint, outage, publishToLive } from './pages.ts'
import { redirects } from './redirects.ts'
import { failed, tableOf } from './Row.ts'
import { scale } from './scale.ts'
import { cleanUp, Editor, hasCores, startCms } from './servers.ts'
import { throughput } from './throughput.ts'

/** Measures what the product promises, side by side in one run, and prints one table. Takes some ten minutes. */
export async function bench(only: string | undefined): Promise<void> {
  process.once('SIGINT', () => void cleanUp().then(() => process.exit(130)))
  const rows: Row[] = []
  const measure = async (name: string, work: () => Promise<Row | Row[]>) => {
    if (only && only !== name)
      return
    console.log(`→ ${name}`)
    // A part that fails does not stop the others.
    const measured = [await work().catch((error: Error): Row => failed(name, error))].flat()
    rows.push(...measured)
    console.log(tableOf(measured))
  }
  try {
    const cms = await startCms()
    const editor = await Editor.signIn(cms)
    const parts = await makeParts(editor)
    const post = await publishArticle(editor, parts, 'Measured')
    const other = await publishArticle(editor, await makeParts(editor), 'Another')
    await measure('throughput', () => throughput(cms, editor, post, other))
    await measure('cold', () => coldRender(cms, post.slug))
    await measure(
      'live',
      async () => [await publishToLive(cms, editor, post, 1), await publishToLive(cms, editor, post, 3)],
    )
    await measure('footprint', () => footprint(cms, editor, parts))
    await measure('scale', () => scale(cms, editor, post.slug))
    await measure('redirects', () => redirects(cms, post.slug))
    await measure('outage', () => outage(cms, post.slug))
    await measure('lists', lists)
  }
  finally {
    await cleanUp()
  }
  console.log(
    `\n${cpus()[0]?.model ?? 'A processor'}, ${cpus().length} cores${hasCores ? ', servers and client each on their own' : ''}; Node ${process.version}\n\n${tableOf(rows)}`,
  )
}
