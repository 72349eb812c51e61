import type { ClientBlock, ClientField } from 'payload'
import type { Nested } from '../journal/fieldAt.ts'
import type { Reference } from '../journal/referencesIn.ts'
import { isSame } from '../../drafts/merge/sameValue.ts'
import { isRecordable, labelOf, namedIn } from '../journal/fieldAt.ts'
import { isReference, referencesIn } from '../journal/referencesIn.ts'
import { cellChanges } from './cellChanges.ts'
import { displayText } from './displayText.ts'
import { matchRows } from './matchRows.ts'

/** The changes of one field, or of one section. */
export interface ChangeGroup {
  key: string
  /** “Excerpt”, or “03 Comparison: Which queue to take”. */
  title: string
  state: 'added' | 'changed' | 'removed'
  /** The number that a moved section had before. */
  movedFrom?: number
  changes: ValueChange[]
}

/** One value that differs. Its label is empty if the group is about this value alone. */
export type ValueChange = { key: string, label: string } & (
  | { kind: 'moved', movedFrom: number }
  | { kind: 'pictures', before: Reference[], after: Reference[] }
  | { kind: 'references', before: Reference[], after: Reference[] }
  | { kind: 'text', before: string, after: string }
)

type Data = Record<string, unknown>

type Named = Nested & { name: string }

/**
 * Returns the differences between two versions that a reader of the document would see, in the order of the form.
 * Fields that the CMS fills in by itself do not count.
 */
export function compareVersions(
  before: Data,
  after: Data,
  { fields, blocks }: { fields: ClientField[], blocks: Record<string, ClientBlock> },
): ChangeGroup[] {
  return visibleIn(fields).flatMap((field): ChangeGroup[] => {
    const [old, now] = [before[field.name], after[field.name]]
    if ('blocks' in field)
      return sectionGroups(field, old, now, blocks)
    const changes = valueChanges({ field, key: field.name, label: '', before: old, after: now, documents: [before, after] })
    return changes.length > 0 ? [{ key: field.name, title: labelOf(field), state: 'changed', changes }] : []
  })
}

function sectionGroups(
  field: Extract<Named, { type: 'blocks' }>,
  before: unknown,
  after: unknown,
  blocks: Record<string, ClientBlock>,
): ChangeGroup[] {
  return matchRows(before, after).flatMap(({ before, after, number, movedFrom }): ChangeGroup[] => {
    const row = (after ?? before)!
    const block = field.blocks.find(({ slug }) => slug === row.blockType) ?? blocks[String(row.blockType)]
    const key = `${field.name}[${String(row.id)}]`
    const changes = fieldChanges(block?.fields ?? [], { key, label: '', before, after, documents: [] })
    const group = { key, title: rowTitle(row, number, block?.labels?.singular ?? row.blockType), movedFrom, changes }
    if (!before || !after)
      return [{ ...group, state: before ? 'removed' : 'added' }]
    return changes.length > 0 || movedFrom !== undefined ? [{ ...group, state: 'changed' }] : []
  })
}

interface Place<Value> {
  key: string
  label: string
  before: Value | undefined
  after: Value | undefined
  /** The two documents, for values that other fields explain. */
  documents: Data[]
}

function fieldChanges(fields: Nested[], { key, label, before, after, documents }: Place<Data>): ValueChange[] {
  return visibleIn(fields).flatMap(field => valueChanges({
    field,
    key: `${key}.${field.name}`,
    label: [label, labelOf(field)].filter(Boolean).join(' › '),
    before: before?.[field.name],
    after: after?.[field.name],
    documents,
  }))
}

function valueChanges({ field, ...place }: Place<unknown> & { field: Named }): ValueChange[] {
  const { before, after, key, label, documents } = place
  if (isSame(before, after))
    return []
  if (!('type' in field) || field.type === 'group' || field.type === 'tabs')
    return fieldChanges('fields' in field ? field.fields : [], { ...place, before: before as Data, after: after as Data })
  if (field.type === 'array')
    return rowChanges(field, place)
  if (field.type === 'json' && field.name === 'cells')
    return cellChanges(place, documents)
  if (isReference(field)) {
    const kind = field.type === 'upload' ? 'pictures' : 'references'
    return [{ kind, key, label, before: referencesIn(before, field), after: referencesIn(after, field) }]
  }
  if (field.type === 'checkbox' && Boolean(before) === Boolean(after))
    return []
  const text = (value: unknown) => isSame(value, undefined) ? '' : displayText(value, field)
  return [{ kind: 'text', key, label, before: text(before), after: text(after) }]
}

function rowChanges(
  field: Extract<Named, { type: 'array' }>,
  { key, label, before, after, documents }: Place<unknown>,
): ValueChange[] {
  return matchRows(before, after).flatMap(({ before, after, number, movedFrom }): ValueChange[] => {
    const row = (after ?? before)!
    const title = rowTitle(row, number, field.labels?.singular ?? labelOf(field))
    const place = { key: `${key}[${String(row.id)}]`, label: [label, title].filter(Boolean).join(' › ') }
    return [
      ...movedFrom === undefined ? [] : [{ ...place, kind: 'moved' as const, movedFrom }],
      ...fieldChanges(field.fields, { ...place, before, after, documents }),
    ]
  })
}

/** Returns “03 Comparison: Which queue to take”: the words are those of the first field that names the row. */
function rowTitle(row: Data, number: number, kind: unknown): string {
  const words = NAMING.map(name => row[name]).find(value => typeof value === 'string' && value.trim() !== '')
  return [`${String(number).padStart(2, '0')} ${String(kind)}`, words].filter(Boolean).join(': ')
}

const NAMING = ['heading', 'criterion', 'question', 'title', 'lead', 'label', 'name', 'kicker']

function visibleIn(fields: Nested[]): Named[] {
  return namedIn(fields).filter(field =>
    !('type' in field)
    || (!PAYLOADS_OWN.has(field.name) && isRecordable({ field: field as ClientField, labels: [], order: [] })),
  )
}

/** Payload shows these fields elsewhere than in the form. */
const PAYLOADS_OWN = new Set(['_status', 'createdAt', 'deletedAt', 'id', 'updatedAt'])
