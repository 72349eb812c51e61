/** The line of each value of a document, by its path in it (`points.0.text`). The key '' is the document’s own line. */
export type SourceMap = Record<string, number>

/** Returns the lines with paths that begin at a larger document. */
export function linesWithin(prefix: string, lines: SourceMap): SourceMap {
  return Object.fromEntries(Object.entries(lines).map(([path, line]) => [path ? `${prefix}.${path}` : prefix, line]))
}

/** Returns the line of a value, or of the nearest surrounding value whose line is known. */
export function lineOf(path: string, lines: SourceMap): number {
  const known = lines[path]
  if (known !== undefined)
    return known
  return path === '' ? 1 : lineOf(path.includes('.') ? path.replace(/\.[^.]*$/, '') : '', lines)
}
