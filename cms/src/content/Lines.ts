/** The lines on which the values of a document stand, by their path in it (`points.0.text`); the document’s own under ''. */
export type Lines = Record<string, number>

/** The same lines as part of a larger document. */
export function linesWithin(prefix: string, lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).map(([path, line]) => [path ? `${prefix}.${path}` : prefix, line]))
}

/** The line of a value, or of the nearest thing around it whose line is known. */
export function lineOf(path: string, lines: Lines): number {
  const known = lines[path]
  if (known !== undefined)
    return known
  return path === '' ? 1 : lineOf(path.includes('.') ? path.replace(/\.[^.]*$/, '') : '', lines)
}
