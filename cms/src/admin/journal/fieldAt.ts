import type { ClientBlock, ClientField, ClientTab } from 'payload'
import { stepsOf } from '../../drafts/merge/rowPath.ts'

export interface FoundField {
  field: ClientField
  /** The labels of the fields and kinds of rows on the way to the field, outermost first. */
  labels: string[]
  /** Its position in the form: indexes of fields and numbers of rows, outermost first. */
  order: number[]
}

/** The input for finding a field: the fields of its document, the blocks of the config, and the rows by their ids. */
export interface Schema {
  fields: ClientField[]
  blocks: Record<string, ClientBlock>
  rows: Map<string, { blockType?: string, number?: number }>
}

/** Returns the field at a path of `rowPath`, or the one that holds the row at its end; undefined if there is none. */
export function fieldAt(path: string, { fields, blocks, rows }: Schema): FoundField | undefined {
  let level: Nested[] = fields
  let found: Nested & { name: string } | undefined
  const labels: string[] = []
  const order: number[] = []
  for (const step of stepsOf(path)) {
    if ('name' in step) {
      const fields = namedIn(level)
      order.push(fields.findIndex(({ name }) => name === step.name))
      found = fields[order.at(-1)!]
      if (!found)
        return undefined
      labels.push(labelOf(found))
      level = 'fields' in found ? found.fields : []
    }
    else if (found) {
      const { blockType = '', number } = rows.get(step.row) ?? {}
      const block = 'blocks' in found
        ? found.blocks.find(({ slug }) => slug === blockType) ?? blocks[blockType]
        : undefined
      if ('blocks' in found && !block)
        return undefined
      const label = textOfLabel((block ?? found as { labels?: Labels }).labels?.singular, blockType)
      labels.push(number === undefined ? label : `${String(number).padStart(2, '0')} ${label}`)
      order.push(number ?? Infinity)
      level = block?.fields ?? level
    }
  }
  return found && 'type' in found ? { field: found as ClientField, labels, order } : undefined
}

/**
 * Whether the journal may store the value of a field: not of a field that the CMS fills in by itself, and not of one
 * whose name says that it is secret. (The schema does not contain passwords and files, so they are never found.)
 */
export function isRecordable({ field }: FoundField): boolean {
  const { admin } = field
  return field.type !== 'ui' && !('name' in field && SECRET.test(field.name)) && !admin?.hidden && !admin?.disabled
    && !(admin && 'readOnly' in admin && admin.readOnly)
}

const SECRET = /password|secret|token|api-?key/i

export type Nested = ClientField | ClientTab

interface Labels {
  singular?: unknown
}

/** Returns the named fields in their order, taken out of every unnamed one: rows, tabs, collapsibles. */
export function namedIn(fields: Nested[]): (Nested & { name: string })[] {
  return fields.flatMap(field =>
    isNamed(field) ? [field] : namedIn('tabs' in field ? field.tabs : 'fields' in field ? field.fields : []),
  )
}

function isNamed(field: Nested): field is Nested & { name: string } {
  return 'name' in field && Boolean(field.name)
}

export function labelOf(field: Nested & { name: string }): string {
  return textOfLabel('label' in field ? field.label : undefined, field.name)
}

function textOfLabel(label: unknown, name: string): string {
  return typeof label === 'string' && label ? label : name
}
