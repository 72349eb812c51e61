/** The query of a request to the CMS, as far as it selects documents and their fields. */
export interface Query {
  select?: Record<string, unknown>
  populate?: Record<string, Record<string, unknown> | undefined>
  where?: Where
  sort?: string
  limit?: number
  pagination?: boolean
}

type Where = Record<string, unknown>

/** Returns the fields whose values decide which documents match, and in what order. */
export function fieldsOfOrder({ where = {}, sort = '' }: Query): string[] {
  return [...fieldsIn(where), ...sort.split(',').filter(Boolean).map(name => topLevel(name.replace(/^-/, '')))]
}

function fieldsIn(where: Where): string[] {
  return Object.entries(where).flatMap(([name, condition]) =>
    Array.isArray(condition) ? (condition as Where[]).flatMap(fieldsIn) : [topLevel(name)])
}

function topLevel(path: string): string {
  return path.split('.', 1)[0]!
}
