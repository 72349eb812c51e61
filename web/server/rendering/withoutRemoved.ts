/**
 * Returns a response of the CMS as it would be after these documents were removed: references to them are bare ids, and
 * lists do not contain them.
 */
export function withoutRemoved(response: unknown, removed: ReadonlySet<string>): unknown {
  if (Array.isArray(response))
    return response.map(item => isRemoved(item, removed) ? item.id : withoutRemoved(item, removed))
  if (typeof response !== 'object' || response === null)
    return response
  const { docs, totalDocs } = response as { docs?: unknown, totalDocs?: unknown }
  if (!Array.isArray(docs))
    return mapped(response, removed)
  const left = docs.filter(doc => !isRemoved(doc, removed))
  return {
    ...mapped(response, removed),
    docs: withoutRemoved(left, removed),
    ...(typeof totalDocs === 'number' && { totalDocs: totalDocs - (docs.length - left.length) }),
  }
}

function mapped(object: object, removed: ReadonlySet<string>): object {
  return Object.fromEntries(
    Object.entries(object).map((
      [key, value],
    ) => [key, isRemoved(value, removed) ? value.id : withoutRemoved(value, removed)]),
  )
}

function isRemoved(value: unknown, removed: ReadonlySet<string>): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && removed.has(String(value.id))
}
