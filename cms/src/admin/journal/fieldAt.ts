import type { ClientBlock, ClientField, ClientTab } from 'payload'
import { stepsOf } from './rowPath.ts'

export interface FoundField {
  field: ClientField
  /** What the fields and kinds of rows on the way to it are called, outermost first. */
  labels: string[]
}

/** What is needed to find a field: the fields of its document, the blocks of the config, and the rows by their ids. */
export interface Schema {
  fields: ClientField[]
  blocks: Record<string, ClientBlock>
  rows: Map<string, { blockType?: string, number?: number }>
}

/** Returns the field at a path of `rowPath`, or the one that holds the row at its end; undefined if there is none. */
export function fieldAt(path: string, { fields, blocks, rows }: Schema): FoundField | undefined {
  let level: Nested[] = fields
  let found: Nested | undefined
  const labels: string[] = []
  for (const step of stepsOf(path)) {
    if ('name' in step) {
      found = named(level, step.name)
      if (!found)
        return undefined
      labels.push(labelOf(found))
      level = 'fields' in found ? found.fields : []
    }
    else if (found) {
      const { blockType = '', number } = rows.get(step.row) ?? {}
      const block = 'blocks' in found ? found.blocks.find(({ slug }) => slug === blockType) ?? blocks[blockType] : undefined
      if ('blocks' in found && !block)
        return undefined
      const label = textOfLabel((block ?? found as { labels?: Labels }).labels?.singular, blockType)
      labels.push(number === undefined ? label : `${String(number).padStart(2, '0')} ${label}`)
      level = block?.fields ?? level
    }
  }
  return found && 'type' in found ? { field: found as ClientField, labels } : undefined
}

/**
 * Whether the journal may keep what is typed into a field: not what the CMS fills in by itself, and nothing whose name
 * says that it is secret. (Fields that the schema does not name, as passwords and files, are never found.)
 */
export function isRecordable({ field }: FoundField): boolean {
  const { admin } = field
  return field.type !== 'ui' && !('name' in field && SECRET.test(field.name)) && !admin?.hidden && !(admin && 'readOnly' in admin && admin.readOnly)
}

const SECRET = /password|secret|token|api-?key/i

type Nested = ClientField | ClientTab

interface Labels { singular?: unknown }

/** The field of a name, looked for in everything that has no name itself: rows, tabs, collapsibles. */
function named(fields: Nested[], name: string): Nested | undefined {
  for (const field of fields) {
    if ('name' in field && field.name) {
      if (field.name === name)
        return field
      continue
    }
    const inner = 'tabs' in field ? field.tabs : 'fields' in field ? field.fields : []
    const found = named(inner, name)
    if (found)
      return found
  }
  return undefined
}

function labelOf(field: Nested): string {
  return textOfLabel('label' in field ? field.label : undefined, 'name' in field ? field.name ?? '' : '')
}

function textOfLabel(label: unknown, name: string): string {
  return typeof label === 'string' && label ? label : name
}
