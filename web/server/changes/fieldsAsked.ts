/** What a question to the CMS says of the documents that it wants. */
export interface Query {
  select?: Record<string, unknown>
  populate?: Record<string, Record<string, unknown> | undefined>
  where?: Where
  sort?: string
  limit?: number
  pagination?: boolean
}

type Where = Record<string, unknown>

/** The fields whose values decide which documents come, and in what order. */
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
