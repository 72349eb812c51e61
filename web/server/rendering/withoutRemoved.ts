/**
 * Returns an answer of the CMS as it would be after these documents were removed: references to them are bare ids, and
 * lists do not contain them.
 */
export function withoutRemoved(answer: unknown, removed: ReadonlySet<string>): unknown {
  if (Array.isArray(answer))
    return answer.map(item => isRemoved(item, removed) ? item.id : withoutRemoved(item, removed))
  if (typeof answer !== 'object' || answer === null)
    return answer
  const { docs, totalDocs } = answer as { docs?: unknown, totalDocs?: unknown }
  if (!Array.isArray(docs))
    return mapped(answer, removed)
  const left = docs.filter(doc => !isRemoved(doc, removed))
  return {
    ...mapped(answer, removed),
    docs: withoutRemoved(left, removed),
    ...(typeof totalDocs === 'number' && { totalDocs: totalDocs - (docs.length - left.length) }),
  }
}

function mapped(object: object, removed: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, isRemoved(value, removed) ? value.id : withoutRemoved(value, removed)]))
}

function isRemoved(value: unknown, removed: ReadonlySet<string>): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && removed.has(String(value.id))
}
