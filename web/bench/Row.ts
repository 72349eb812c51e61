/** A line of the bench's table. */
export interface Row {
  what: string
  /** Says what was measured. */
  measured: string
  target?: string
  /** Undefined where there is no target, or it could not be measured. */
  isMet?: boolean
}

export function skipped(what: string, why: string): Row {
  return { what, measured: `skipped: ${why}` }
}

/** Returns the row of a target that could not be measured, and so is not met. */
export function failed(what: string, { message }: Error): Row {
  return { what, measured: `could not be measured: ${message}`, isMet: false }
}

export function tableOf(rows: Row[]): string {
  const lines = rows.map((
    { what, measured, target = '', isMet },
  ) => [what, measured, target, isMet === undefined ? '' : isMet ? 'met' : 'MISSED'])
  return [['', 'found', 'target', ''], ['---', '---', '---', '---'], ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
