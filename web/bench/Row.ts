/** A line of the bench's table. */
export interface Row {
  what: string
  /** What was measured, in words. */
  found: string
  target?: string
  /** Undefined where there is no target, or it could not be measured. */
  isMet?: boolean
}

export function skipped(what: string, why: string): Row {
  return { what, found: `skipped: ${why}` }
}

/** A promise that could not even be tried is not kept. */
export function failed(what: string, { message }: Error): Row {
  return { what, found: `could not be measured: ${message}`, isMet: false }
}

export function tableOf(rows: Row[]): string {
  const lines = rows.map(({ what, found, target = '', isMet }) => [what, found, target, isMet === undefined ? '' : isMet ? 'met' : 'MISSED'])
  return [['', 'found', 'target', ''], ['---', '---', '---', '---'], ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
