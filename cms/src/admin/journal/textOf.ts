import type { ClientField } from 'payload'
import { moment } from '../moment.ts'

/** Returns a field's value as readable text; empty for references, which have no text of their own. */
export function textOf(value: unknown, field: Pick<ClientField, 'type'>): string {
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return ''
    case 'checkbox':
      return value ? 'Yes' : 'No'
    case 'date':
      return typeof value === 'string' && value ? moment(value) : ''
    default:
      return linesOf(value).join('\n')
  }
}

/** Whether a field of this type holds prose, whose words are counted. */
export function isWriting({ type }: Pick<ClientField, 'type'>): boolean {
  return ['code', 'email', 'json', 'richText', 'text', 'textarea'].includes(type)
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).split('\n')
  if (Array.isArray(value))
    return value.flatMap(linesOf)
  if (typeof value !== 'object' || value === null)
    return []
  if ('root' in value)
    return blocksOf(value.root)
  return Object.values(value).flatMap(linesOf)
}

/** Returns the paragraphs, headings and items of a rich text, one for each line. */
function blocksOf(node: unknown): string[] {
  const children = childrenOf(node)
  return children.some(child => childrenOf(child).length > 0 && !isInline(child))
    ? children.flatMap(blocksOf)
    : [children.map(inlineTextOf).join('')]
}

function inlineTextOf(node: unknown): string {
  const { text } = node as { text?: unknown }
  return typeof text === 'string' ? text : childrenOf(node).map(inlineTextOf).join('') || ' '
}

function isInline(node: unknown): boolean {
  return ['autolink', 'link'].includes(String((node as { type?: unknown }).type))
}

function childrenOf(node: unknown): unknown[] {
  const { children } = (node ?? {}) as { children?: unknown }
  return Array.isArray(children) ? children : []
}
