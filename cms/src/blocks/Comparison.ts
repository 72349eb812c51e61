import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import { refuseNode } from '../import/SectionSource.ts'
import { table } from '../import/table.ts'
import { defineSection } from './defineSection.ts'

export const Comparison = defineSection({
  slug: 'comparison',
  name: 'Comparison table',
  plural: 'Comparison tables',
  fields: [
    {
      name: 'table',
      type: 'relationship',
      relationTo: 'comparison-tables',
      required: true,
      admin: {
        description:
          'A table may stand in several articles: a change to it shows in all of them. If heading and summary are empty, readers see its own title and description.',
      },
    },
  ],
  article: {
    attributes: ['key', 'ref', 'title', 'description'],
    read,
    sources: ({ table }) => ({ tables: [table] }),
    example: `:::comparison{key="engines" kicker="Side by side"}
## What each engine promises
::summary[What is compared, and how.]

| Promise | B-tree (in place) | LSM tree (in runs) |
| --- | --- | --- |
| Reads one page | ✓ | ~ with a filter |
| Writes in order | ✗ | ✓ {note="Until it merges." source="The paper"} |
| Space | 1.3 to 2 times | 1.1 times |
:::`,
  },
})

/**
 * Heading and summary become the table's own title and description, which the section shows if it has none itself. If
 * the table has a title of its own, or exists already, they belong to the section.
 */
function read(section: SectionSource, { report }: Context): ReadSection<'comparison'> {
  const { line, attributes, heading, summary, body, lines } = section
  const { ref, key, title, description } = attributes
  const first = body.find(node => node.type === 'table')
  for (const node of body.filter(node => node !== first)) {
    refuseNode(
      node,
      'beside a table',
      'A comparison holds a heading, a “::summary[…]” and one table; other words go into a text.',
      report,
    )
  }

  if (ref !== undefined) {
    if (first || key !== undefined || title !== undefined || description !== undefined) {
      report(
        line,
        `The section shows the table “${ref}”, and has a table of its own too.`,
        'Take out either “ref” or the table with its key, title and description.',
      )
    }
    return { fields: { table: { ref, line } } }
  }
  if (!first) {
    report(
      line,
      'There is no table in the section.',
      'Write one with “|” between the cells, or show one that is there already: :::comparison{ref="its-key"}.',
    )
  }
  if (!heading && !title)
    report(line, 'The table has no title.', 'Write it as a heading, “## …”, above the table.')
  return {
    fields: {
      heading: title === undefined ? null : heading ?? null,
      summary: description === undefined ? null : summary ?? null,
      table: {
        key,
        data: {
          title: title ?? heading ?? '',
          description: description ?? summary ?? null,
          ...(first ? table(first, report) : { criterionLabel: '', columns: [], rows: [] }),
        },
        lines: {
          '': first?.position!.start.line ?? line,
          'title': title === undefined ? lines.heading ?? line : line,
          'description': description === undefined ? lines.summary ?? line : line,
          ...Object.fromEntries(
            (first?.children ?? []).slice(1).map((row, index) => [`rows.${index}`, row.position!.start.line]),
          ),
        },
      },
    },
  }
}
