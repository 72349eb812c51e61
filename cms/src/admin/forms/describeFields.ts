import type { ClientBlock, ClientField, FormState } from 'payload'

/** The position of a field in a form. */
export interface FieldPlace {
  path: string
  /** “Sections › 03 Comparison table › Table”. */
  label: string
  isInSidebar: boolean
  /** The tabs to open, outermost first. */
  tabs: string[]
  /** The rows to open, outermost first. */
  rows: Row[]
}

interface Row {
  path: string
  index: number
}

/** Returns each field of a form that has these values, in screen order, with the sidebar last. */
export function describeFields(
  fields: ClientField[],
  state: FormState,
  blocks: Record<string, ClientBlock> = {},
): FieldPlace[] {
  const places = [
    ...placesIn(fields, { prefix: '', labels: [], tabs: [], rows: [], isInSidebar: false }, { state, blocks }),
  ]
  return [...places.filter(place => !place.isInSidebar), ...places.filter(place => place.isInSidebar)]
}

interface Parent {
  /** Ends with a dot, unless it is empty. */
  prefix: string
  labels: string[]
  tabs: string[]
  rows: Row[]
  isInSidebar: boolean
}

interface Form {
  state: FormState
  blocks: Record<string, ClientBlock>
}

function* placesIn(fields: ClientField[], parent: Parent, form: Form): Generator<FieldPlace> {
  for (const field of fields)
    yield* placesOf(field, { ...parent, isInSidebar: parent.isInSidebar || isInSidebar(field) }, form)
}

function* placesOf(field: ClientField, parent: Parent, form: Form): Generator<FieldPlace> {
  if (field.type === 'tabs') {
    for (const [index, tab] of field.tabs.entries()) {
      const label = text(tab.label, 'name' in tab ? tab.name : undefined)
      const prefix = 'name' in tab && tab.name ? `${parent.prefix}${tab.name}.` : parent.prefix
      // Every user sees the first tab, so its name is left out.
      yield* placesIn(tab.fields, {
        ...parent,
        prefix,
        tabs: [...parent.tabs, label],
        labels: index === 0 ? parent.labels : [...parent.labels, label],
      }, form)
    }
    return
  }
  if (field.type === 'row' || field.type === 'collapsible')
    return yield* placesIn(field.fields, parent, form)
  const name = 'name' in field ? field.name : undefined
  const label = text('label' in field ? field.label : undefined, name)
  const labels = label ? [...parent.labels, label] : parent.labels
  if (field.type === 'group' && !name)
    return yield* placesIn(field.fields, { ...parent, labels }, form)
  if (!name || field.type === 'ui')
    return
  const path = parent.prefix + name
  yield { path, label: labels.join(' › '), isInSidebar: parent.isInSidebar, tabs: parent.tabs, rows: parent.rows }
  if (field.type === 'group')
    yield* placesIn(field.fields, { ...parent, prefix: `${path}.`, labels }, form)
  if (field.type !== 'array' && field.type !== 'blocks')
    return
  for (const [index, row] of (form.state[path]?.rows ?? []).entries()) {
    const block = field.type === 'blocks' ? blockOf(field, row.blockType, form) : undefined
    const kind = field.type === 'blocks' ? text(block?.labels?.singular, row.blockType) : text(field.labels?.singular)
    yield* placesIn(field.type === 'blocks' ? block?.fields ?? [] : field.fields, {
      ...parent,
      prefix: `${path}.${index}.`,
      labels: [...labels, `${String(index + 1).padStart(2, '0')} ${kind}`.trim()],
      rows: [...parent.rows, { path, index }],
    }, form)
  }
}

function blockOf(
  field: ClientField & { type: 'blocks' },
  slug: string | undefined,
  { blocks }: Form,
): ClientBlock | undefined {
  return field.blocks.find(block => block.slug === slug) ?? blocks[slug ?? '']
}

function isInSidebar(field: ClientField): boolean {
  return field.admin !== undefined && 'position' in field.admin && field.admin.position === 'sidebar'
}

/** Returns a label as text: the admin has one language. */
function text(label: unknown, name = ''): string {
  return typeof label === 'string' ? label : name
}
