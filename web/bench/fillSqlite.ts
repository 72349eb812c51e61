import { DatabaseSync } from 'node:sqlite'

/**
 * Copies an article, its versions and all that hangs on both, under other addresses and dates: from one number up to
 * another. The database is not analyzed afterwards: no operator analyzes a database that has grown by itself.
 */
export function fillSqlite(file: string, template: string, from: number, to: number): void {
  const database = new DatabaseSync(file)
  const tables = database.prepare(
    `select name from sqlite_schema where type = 'table' and (name = 'posts' or name glob 'posts_*' or name glob '_posts_v*')`,
  ).all().map(({ name }) => String(name))
  database.exec('begin')
  // All that has not been stored yet.
  database.exec('pragma defer_foreign_keys = on')
  for (const table of tables) {
    const columns = database.prepare(`select name, type from pragma_table_info('${table}')`)
      .all() as unknown as Column[]
    const copied = columns.filter(({ name, type }) => name !== 'id' || !/^integer/i.test(type))
    database.prepare(`
      with recursive numbers (number) as (select ? union all select number + 1 from numbers where number + 1 < ?)
      insert into "${table}" (${copied.map(({ name }) => `"${name}"`).join(', ')})
      select ${copied.map(({ name }) => valueOf(name)).join(', ')} from numbers, "${table}" where ${
        belongs(table, columns)
      }
    `).run(from, to, template)
  }
  database.exec('commit')
  database.close()
}

interface Column {
  name: string
  type: string
}

/** Which rows of a table are the article's. */
function belongs(table: string, columns: Column[]): string {
  if (table === 'posts')
    return 'id = ?'
  if (table === '_posts_v')
    return 'parent_id = ?'
  const parent = columns.find(({ name }) => name === 'parent_id' || name === '_parent_id')!.name
  return table.startsWith('_posts_v')
    ? `"${parent}" in (select id from _posts_v where parent_id = ?)`
    : `"${parent}" = ?`
}

/** Ids end in the number, so that each copy of a row finds the copy of what it belongs to. */
function valueOf(column: string): string {
  switch (column.replace(/^version_/, '')) {
    case 'id':
    case 'parent_id':
    case '_parent_id':
      return `substr("${column}", 1, 24) || printf('%012d', number)`
    case 'slug':
      return `'copy-' || number`
    case 'title':
      return `'Copy ' || number`
    case 'published_at':
    case 'created_at':
    case 'updated_at':
      return `strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '-' || number || ' hours')`
    default:
      return `"${column}"`
  }
}
