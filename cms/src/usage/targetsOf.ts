import type { Field } from 'payload'
import { LINKED_IN_TEXT } from '../fields/editor.ts'

/** Returns the collections to whose documents these fields may refer. */
export function targetsOf(fields: Field[]): Set<string> {
  return new Set(targetsIn(fields))
}

function* targetsIn(fields: Field[]): Generator<string> {
  for (const field of fields) {
    switch (field.type) {
      case 'relationship':
      case 'upload':
        yield* [field.relationTo].flat()
        break
      case 'richText':
        yield* LINKED_IN_TEXT
        break
      case 'blocks':
        for (const block of field.blocks)
          yield* targetsIn(block.fields)
        break
      case 'tabs':
        for (const tab of field.tabs)
          yield* targetsIn(tab.fields)
        break
      case 'array':
      case 'collapsible':
      case 'group':
      case 'row':
        yield* targetsIn(field.fields)
    }
  }
}
