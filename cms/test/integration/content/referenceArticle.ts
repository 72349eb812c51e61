import type { Reference, ReferenceCard, ReferenceSection, ReferenceTable } from './readReference.ts'
import { readReference } from './readReference.ts'

/** Puts the article of the reference page into the article format, as a writer would who pastes it. */
export function referenceArticle(text: string): { markdown: string, lines: string[] } {
  const { title, excerpt, category, seoTitle, sections } = readReference(text)
  const frontMatter = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `excerpt: ${JSON.stringify(excerpt)}`,
    `category: ${category}`,
    'authors: [The Consultancy]',
    `seo: {title: ${JSON.stringify(seoTitle)}}`,
    '---',
  ]
  return {
    markdown: [...frontMatter, ...sections.flatMap(section), ''].join('\n\n'),
    lines: articleLines({ title, excerpt, sections }),
  }
}

function section({ label, kicker, heading, summary, paragraphs, table, cards }: ReferenceSection): string[] {
  const top = [`## ${heading}`, `::summary[${summary}]`]
  if (cards) {
    const name = label === 'takeaways' ? label : 'spotlight'
    return [`:::${name}{label="${label}" kicker="${kicker}"}`, ...top, ...cards.flatMap(card), ':::']
  }
  return [
    `:::${label}{kicker="${kicker}"}`,
    ...top,
    ...paragraphs.map(withLead),
    ':::',
    ...(table ? comparison(table) : []),
  ]
}

/** The words before the first full stop or colon are bold on the page. */
function withLead(paragraph: string): string {
  return paragraph.replace(/^[^.:]{1,80}[.:]/, lead => `**${lead}**`)
}

function comparison({ kicker, title, description, criterionLabel, columns, rows }: ReferenceTable): string[] {
  const heads = [criterionLabel, ...columns.map(({ label, note }) => `${label} (${note})`)]
  const table = [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
  return [`:::comparison{kicker="${kicker}"}`, `## ${title}`, `::summary[${description}]`, table, ':::']
}

function card({ title, pasted, stats }: ReferenceCard): string[] {
  const [body, ...points] = pasted.split('\n')
  return [
    ':::card',
    `### ${title}`,
    body!,
    points.map(point => point.replace(/^•/, '-')).join('\n'),
    stats.map(({ value, label }) => `::stat{value="${value}" label="${label}"}`).join('\n'),
    ':::',
  ]
}

/** What of the article is to be found again, line by line. */
function articleLines({ title, excerpt, sections }: Pick<Reference, 'excerpt' | 'sections' | 'title'>): string[] {
  return [
    title,
    excerpt,
    ...sections.flatMap((
      { label, kicker, heading, summary, paragraphs, table, cards },
    ) => [
      label,
      kicker,
      heading,
      summary,
      ...paragraphs,
      ...(table ? tableLines(table) : []),
      ...(cards ?? []).flatMap(cardLines),
    ]),
  ]
}

function tableLines({ kicker, title, description, criterionLabel, columns, rows }: ReferenceTable): string[] {
  return [
    kicker,
    title,
    description,
    criterionLabel + columns.map(({ label, note }) => `${label} (${note})`).join(''),
    ...rows.flatMap(row => row.map(cell => MARKS[cell] ?? cell)),
  ]
}

function cardLines({ title, text, points, stats }: ReferenceCard): string[] {
  return [title, text, ...points, ...stats.flatMap(({ value, label }) => [value, label])]
}

const MARKS: Record<string, string> = { '✓': 'yes', '✗': 'no' }
