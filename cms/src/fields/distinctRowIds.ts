import type { FlattenedField, Plugin } from 'payload'
import { addHooks } from '../collections/addHooks.ts'

/**
 * Gives a row that is sent twice with the same id a new id, and the rows inside it too. Payload distinguishes rows by
 * their ids, which are unique on SQLite.
 */
export const distinctRowIds: Plugin = config => ({
  ...config,
  collections: config.collections?.map(collection =>
    addHooks(collection, {
      last: { beforeOperation: [({ args, collection }) => withDistinctIds(args, collection.flattenedFields)] },
    }),
  ),
  globals: config.globals?.map(global => ({
    ...global,
    hooks: {
      ...global.hooks,
      beforeOperation: [
        ...global.hooks?.beforeOperation ?? [],
        ({ args, global }) => withDistinctIds(args as object, global.flattenedFields),
      ],
    },
  })),
})

function withDistinctIds<Args extends object>(args: Args, fields: FlattenedField[]): Args {
  return 'data' in args && isObject(args.data) ? { ...args, data: copyOf(args.data, fields, new Set()) } : args
}

/** Returns a copy without repeated row ids. A row without an id gets one. */
function copyOf(data: Data, fields: FlattenedField[], known: Set<unknown>): Data {
  const copy = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if ((field.type === 'group' || field.type === 'tab') && isObject(value)) {
      copy[field.name] = copyOf(value, field.flattenedFields, known)
    }
    else if (field.type === 'array' && Array.isArray(value)) {
      copy[field.name] = value.map(row => isObject(row) ? copyOfRow(row, field.flattenedFields, known) : row)
    }
    else if (field.type === 'blocks' && Array.isArray(value)) {
      copy[field.name] = value.map(row =>
        isObject(row)
          ? copyOfRow(row, field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [], known)
          : row,
      )
    }
  }
  return copy
}

function copyOfRow({ id, ...row }: Data, fields: FlattenedField[], known: Set<unknown>): Data {
  const isFirst = id !== undefined && !known.has(id)
  known.add(id)
  return { ...isFirst && { id }, ...copyOf(row, fields, known) }
}

type Data = Record<string, unknown>

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
