import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

/**
 * Removes references whose path (`sections.0.links.1.document`) names no row, or a row without such a field. Saves used to
 * leave the references of rows that were removed, moved or replaced, and the next row at that index got them. A link to
 * an address that got a document this way is reported: nothing says which of the two was meant.
 */
export async function up({ db, payload }: MigrateUpArgs): Promise<void> {
  for (const [table, { within, fields }] of Object.entries(REFERENCES_IN_ROWS))
    await db.run(sql.raw(`DELETE FROM ${table} AS reference WHERE ${within} AND NOT ${isThere(fields)}`))

  const links = await db.all<LinkWithTwoTargets>(sql.raw(LINKS_WITH_TWO_TARGETS.join(' UNION ')))
  for (const link of links)
    payload.logger.warn(problemOf(link))
}

/** What was removed belonged to nothing. */
export async function down(): Promise<void> {}

interface ReferencesInRows {
  /** Which of the references in a table are in rows. */
  within: string
  /** By a pattern of the path: the queries one of which has to find the row with that field. */
  fields: Record<string, string[]>
}

/** The tables of references. */
const REFERENCES_IN_ROWS: Record<string, ReferencesInRows> = {
  ...referencesInSections('posts', table => ({
    '*.cards': [ofBlock(table, 'spotlight', 'cards'), ofBlock(table, 'takeaways', 'cards')],
  })),
  ...referencesInSections('services', fieldsOfLandingSections),
  ...referencesInSections('pages', fieldsOfLandingSections),
  site_rels: {
    within: `(${isBelow('navigation')} OR ${isBelow('footerLinks')})`,
    fields: { 'navigation.*': [ofSite('navigation', 'navigation')], 'footerLinks.*': [ofSite('footer_links', 'footerLinks')] },
  },
}

function referencesInSections(collection: string, fieldsOf: (table: string) => ReferencesInRows['fields']): Record<string, ReferencesInRows> {
  return {
    [`${collection}_rels`]: { within: isBelow('sections'), fields: fieldsOf(collection) },
    [`_${collection}_v_rels`]: { within: isBelow('version.sections'), fields: fieldsOf(`_${collection}_v`) },
  }
}

function fieldsOfLandingSections(table: string): ReferencesInRows['fields'] {
  return {
    '*.document': [ofLink(table)],
    '*.cards': [ofBlock(table, 'spotlight', 'cards')],
    '*.posts': [ofBlock(table, 'related_posts', 'posts')],
  }
}

/** As a range, which the index on the path answers: “/” is what comes after “.”. */
function isBelow(field: string): string {
  return `(reference.path >= '${field}.' AND reference.path < '${field}/')`
}

/** Looks for each reference only where its field can be: there may be millions, in versions. */
function isThere(fields: ReferencesInRows['fields']): string {
  const cases = Object.entries(fields).map(([path, queries]) =>
    `WHEN reference.path GLOB '${path}' THEN ${queries.map(query => `EXISTS (SELECT 1 ${query})`).join(' OR ')}`)
  return `CASE ${cases.join(' ')} ELSE FALSE END`
}

function ofBlock(table: string, kind: string, field: string): string {
  return `FROM ${table}_blocks_${kind} block WHERE block._parent_id = reference.parent_id AND reference.path = block._path || '.' || (block._order - 1) || '.${field}'`
}

function ofLink(table: string): string {
  return `FROM ${table}_blocks_hero block JOIN ${table}_blocks_hero_links link ON link._parent_id = block.id
    WHERE block._parent_id = reference.parent_id AND reference.path = block._path || '.' || (block._order - 1) || '.links.' || (link._order - 1) || '.document'`
}

function ofSite(table: string, field: string): string {
  return `FROM site_${table} link WHERE link._parent_id = reference.parent_id AND reference.path = '${field}.' || (link._order - 1) || '.document'`
}

interface LinkWithTwoTargets {
  /** Where it is in the admin. */
  place: string
  name: string
  path: string
  label: string | null
  url: string
  document: string | null
}

const LINKS_WITH_TWO_TARGETS = [
  ...['pages', 'services'].flatMap(collection => [
    `SELECT ${linkWith(`'/admin/collections/${collection}/' || owner.id`, 'owner.title', 'reference.path')}
      FROM ${collection} owner JOIN ${collection}_rels reference ON reference.parent_id = owner.id
      JOIN ${collection}_blocks_hero block ON block._parent_id = owner.id JOIN ${collection}_blocks_hero_links link ON link._parent_id = block.id
      WHERE link.url <> '' AND reference.path = block._path || '.' || (block._order - 1) || '.links.' || (link._order - 1) || '.document'`,
    `SELECT ${linkWith(`'/admin/collections/${collection}/' || owner.parent_id`, 'owner.version_title', `substr(reference.path, ${'version.'.length + 1})`)}
      FROM _${collection}_v owner JOIN _${collection}_v_rels reference ON reference.parent_id = owner.id
      JOIN _${collection}_v_blocks_hero block ON block._parent_id = owner.id JOIN _${collection}_v_blocks_hero_links link ON link._parent_id = block.id
      WHERE owner.latest = 1 AND link.url <> '' AND reference.path = block._path || '.' || (block._order - 1) || '.links.' || (link._order - 1) || '.document'`,
  ]),
  ...[['navigation', 'navigation'] as const, ['footer_links', 'footerLinks'] as const].map(([table, field]) =>
    `SELECT ${linkWith(`'/admin/globals/site'`, `'Site'`, 'reference.path')}
      FROM site_${table} link JOIN site_rels reference ON reference.parent_id = link._parent_id
      WHERE link.url <> '' AND reference.path = '${field}.' || (link._order - 1) || '.document'`),
]

function linkWith(place: string, name: string, path: string): string {
  const document = ['posts', 'services', 'pages', 'categories', 'authors']
    .map(collection => `(SELECT ${collection === 'authors' ? 'name' : 'title'} FROM ${collection} WHERE id = reference.${collection}_id)`)
  return `${place} AS place, ${name} AS name, ${path} AS path, link.label AS label, link.url AS url, COALESCE(${document.join(', ')}) AS document`
}

function problemOf({ document, label, name, path, place, url }: LinkWithTwoTargets): string {
  const where = path.replace('.document', '').replaceAll(/(\w+)\.(\d+)/g, (_, list, index) => `${list} ${Number(index) + 1}`).replaceAll('.', ', ')
  return `“${name}”: the link “${label ?? ''}” (${where}) leads to a document, “${document ?? ''}”, and to an address, ${url}. Only one of them was meant: open ${place}, take the other out, and save.`
}
