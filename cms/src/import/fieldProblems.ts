import type { Field } from 'payload'

interface FieldProblem {
  path: string
  problem: string
  fix: string
}

/** Returns the values that break the limits (length, number, presence) of a collection's fields. */
export function fieldProblems(fields: Field[], data: object, path = ''): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap(tab => fieldProblems(tab.fields, data, path))
    if (field.type === 'row' || field.type === 'collapsible')
      return fieldProblems(field.fields, data, path)
    if (!('name' in field) || !(field.name in data))
      return []
    return valueProblems(
      field,
      (data as Record<string, unknown>)[field.name],
      path ? `${path}.${field.name}` : field.name,
    )
  })
}

type NamedField = Extract<Field, { name: string }>

function valueProblems(field: NamedField, value: unknown, path: string): FieldProblem[] {
  const name = field.name
  if ('required' in field && field.required && isEmpty(value))
    return [{ path, problem: `“${name}” is empty.`, fix: 'Fill it in.' }]
  if (isEmpty(value))
    return []
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'code':
      return [value].flat().flatMap(words => tooLong(name, String(words), field.maxLength, path)).concat(
        tooMany(field, value, path),
      )
    case 'relationship':
    case 'upload':
      return tooMany(field, value, path)
    case 'group':
      return fieldProblems(field.fields, value as object, path)
    case 'array':
      return [
        ...tooMany(field, value, path),
        ...(value as object[]).flatMap((row, index) => fieldProblems(field.fields, row, `${path}.${index}`)),
      ]
    case 'blocks':
      return (value as { blockType: string }[]).flatMap((row, index) =>
        fieldProblems(field.blocks.find(block => block.slug === row.blockType)!.fields, row, `${path}.${index}`),
      )
    default:
      return []
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function tooLong(name: string, words: string, maxLength: number | undefined, path: string): FieldProblem[] {
  return maxLength !== undefined && words.length > maxLength
    ? [{ path, problem: `“${name}” is ${words.length} characters long; ${maxLength} fit.`, fix: 'Shorten it.' }]
    : []
}

function tooMany(field: NamedField, value: unknown, path: string): FieldProblem[] {
  const most = 'maxRows' in field ? field.maxRows : undefined
  return most !== undefined && Array.isArray(value) && value.length > most
    ? [{ path, problem: `“${field.name}” has ${value.length} entries; ${most} fit.`, fix: 'Take some out.' }]
    : []
}
