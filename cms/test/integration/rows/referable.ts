import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import type { Session } from '../harness/Session.ts'
import type { Entity } from './Subject.ts'
import { uploadPicture } from '../harness/content.ts'
import { Generator } from './Generator.ts'
import { isRequired, writable } from './rowLists.ts'
import { Subject } from './Subject.ts'

/** Makes some documents of each collection that the entities may refer to; their ids by collection. */
export async function makeReferable(
  session: Session,
  entities: Entity[],
  collections: SanitizedCollectionConfig[],
  random: () => number,
): Promise<Map<string, string[]>> {
  const generator = new Generator('referable', random, new Map())
  const ids = new Map<string, string[]>()
  for (const slug of new Set(entities.flatMap(({ flattenedFields }) => targetsOf(flattenedFields)))) {
    const collection = collections.find(collection => collection.slug === slug)!
    ids.set(slug, [])
    for (let number = 0; number < 3; number++) {
      ids.get(slug)!.push(
        collection.upload ? (await uploadPicture(session)).id : await make(session, collection, generator),
      )
    }
  }
  return ids
}

async function make(session: Session, collection: SanitizedCollectionConfig, generator: Generator): Promise<string> {
  const plain = writable(collection.flattenedFields).filter(field =>
    isRequired(field) && !('relationTo' in field) && field.type !== 'array' && field.type !== 'blocks',
  )
  const { id } = await (await Subject.create(session, collection, generator.values(plain))).latest()
  return String(id)
}

function targetsOf(fields: FlattenedField[]): string[] {
  return writable(fields).flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload')
      return field.relationTo
    if (field.type === 'blocks')
      return field.blocks.flatMap(({ flattenedFields }) => targetsOf(flattenedFields))
    return 'flattenedFields' in field ? targetsOf(field.flattenedFields) : []
  })
}
