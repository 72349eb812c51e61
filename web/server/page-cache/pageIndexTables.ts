import type { DatabaseSync } from 'node:sqlite'

/**
 * A stale page has a short row of its own, so that 100,000 of them take few bytes. Tables of earlier versions are
 * dropped.
 */
export const TABLES = `
  DROP TABLE IF EXISTS pages;
  DROP TABLE IF EXISTS state;
  CREATE TABLE IF NOT EXISTS cached_pages (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, etag TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS stale (page INTEGER PRIMARY KEY, since REAL NOT NULL);
  CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS dependencies (name INTEGER NOT NULL, page INTEGER NOT NULL, use TEXT NOT NULL, PRIMARY KEY (name, page)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS dependencies_of_page ON dependencies (page);
  CREATE TABLE IF NOT EXISTS fields (id TEXT PRIMARY KEY, fields TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS position (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL);
`

export type PageIndexStatements = ReturnType<typeof preparePageIndex>

/** Prepares the statements of the page index. */
export function preparePageIndex(database: DatabaseSync) {
  return {
    state: database.prepare('SELECT state FROM position'),
    setState: database.prepare('INSERT OR REPLACE INTO position VALUES (1, ?)'),
    fields: database.prepare('SELECT fields FROM fields'),
    putFields: database.prepare('INSERT OR REPLACE INTO fields VALUES (?, ?)'),
    size: database.prepare(
      'SELECT (SELECT count(*) FROM cached_pages) AS pages, (SELECT count(*) FROM stale) AS stale, max((SELECT ifnull(max(id), 0) FROM cached_pages), (SELECT ifnull(max(page), 0) FROM dependencies), (SELECT ifnull(max(page), 0) FROM stale)) AS last',
    ),
    get: database.prepare('SELECT id, path, etag, since FROM cached_pages LEFT JOIN stale ON page = id WHERE path = ?'),
    pages: database.prepare(
      `SELECT id, path, etag, since FROM cached_pages LEFT JOIN stale ON page = id WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
    ),
    put: database.prepare('INSERT INTO cached_pages VALUES (?, ?, ?)'),
    name: database.prepare('SELECT id FROM names WHERE name = ?'),
    putName: database.prepare('INSERT INTO names (name) VALUES (?)'),
    putDependency: database.prepare('INSERT INTO dependencies VALUES (?, ?, ?)'),
    dependents: database.prepare(`
      SELECT cached_pages.id AS id, path, etag, since, use
      FROM dependencies JOIN cached_pages ON cached_pages.id = dependencies.page LEFT JOIN stale ON stale.page = cached_pages.id
      WHERE dependencies.name = (SELECT id FROM names WHERE name = ?) AND dependencies.page > ?
      ORDER BY dependencies.page LIMIT ${BATCH}`),
    markStale: database.prepare('INSERT OR IGNORE INTO stale VALUES (?, ?)'),
    markAllStale: database.prepare('INSERT OR IGNORE INTO stale SELECT id, ? FROM cached_pages'),
    delete: database.prepare('DELETE FROM cached_pages WHERE id = ?'),
    deleteStale: database.prepare('DELETE FROM stale WHERE page = ?'),
    deleteDependencies: database.prepare('DELETE FROM dependencies WHERE page = ?'),
  }
}

/** Rows per query: reading them takes a millisecond. */
const BATCH = 300

/** A row of the page index. */
export interface PageRow {
  id: number
  path: string
  etag: string
  since: number | null
}
