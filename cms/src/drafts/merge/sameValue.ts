/** Whether users see no difference between two values of a field: databases leave out empty values and reorder keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || canonical(one) === canonical(other)
}

/** Returns a number that equal values share and other values almost never do: 53 bits of a hash (cyrb53). */
export function fingerprint(value: unknown): number {
  const text = canonical(value)
  let high = 0xDEADBEEF
  let low = 0x41C6CE57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return isEmpty(value) ? '' : JSON.stringify(value)
  const known = canonicalOf.get(value)
    ?? (isEmpty(value) ? '' : JSON.stringify(value, (_, part: unknown) => isPlain(part) ? sorted(part) : part))
  canonicalOf.set(value, known)
  return known
}

/** A cache, because a long text is compared with several others. The form never mutates values, it replaces them. */
const canonicalOf = new WeakMap<object, string>()

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false
    || (Array.isArray(value) && value.length === 0) || isEmptyRichText(value)
}

/** Whether a value is an empty rich text: the editor stores one as an empty paragraph. */
function isEmptyRichText(value: unknown): boolean {
  const children = isPlain(value) && isPlain(value.root) ? value.root.children : undefined
  return Array.isArray(children)
    && children.every(({ type, children }) => type === 'paragraph' && children?.length === 0)
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => !isEmpty(value)).sort(([one], [other]) => one < other ? -1 : 1),
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
