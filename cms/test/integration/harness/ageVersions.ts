import type { Cms } from './cms.ts'
import Database from 'libsql'
import { MongoClient, ObjectId } from 'mongodb'

/** Makes the versions of a document older, as if the clock had gone on since. */
export async function ageVersions(
  cms: Cms,
  collection: 'posts',
  id: string,
  { minutes }: { minutes: number },
): Promise<void> {
  const url = cms.environment.DATABASE_URL!
  const earlier = (date: Date | string) => new Date(new Date(date).getTime() - minutes * 60_000)
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length))
    database.exec('PRAGMA busy_timeout = 5000')
    const versions = database.prepare(`SELECT id, updated_at FROM _${collection}_v WHERE parent_id = ?`).all(
      id,
    ) as { id: string, updated_at: string }[]
    for (const version of versions)
      database.prepare(`UPDATE _${collection}_v SET updated_at = ? WHERE id = ?`).run(earlier(version.updated_at).toISOString(), version.id)
    database.close()
    return
  }
  const client = await MongoClient.connect(url)
  const versions = client.db().collection<{ updatedAt: Date }>(`_${collection}_versions`)
  for await (const { _id, updatedAt } of versions.find({ parent: { $in: [id, new ObjectId(id)] } }))
    await versions.updateOne({ _id }, { $set: { updatedAt: earlier(updatedAt) } })
  await client.close()
}
