/** Puts the visible text of the reference page into the article format, as a writer would who pastes it. */
export function referenceArticle(text: string): { markdown: string, lines: string[] } {
  const all = text.split('\n').map(line => line.trim()).filter(Boolean)
  const start = all.indexOf('Blog')
  const end = all.indexOf('ENQUIRY')
  const [title, excerpt, ...body] = all.slice(start + 1, end)
  const category = all[start - 1]
  const seoTitle = all.at(-1)

  const sections: string[][] = []
  for (const line of body)
    LABELS.includes(line) ? sections.push([line]) : sections.at(-1)!.push(line)

  const frontMatter = ['---', `title: ${JSON.stringify(title)}`, `excerpt: ${JSON.stringify(excerpt)}`, `category: ${category}`, 'authors: [The Consultancy]', `seo: {title: ${JSON.stringify(seoTitle)}}`, '---']
  return {
    markdown: [...frontMatter, ...sections.flatMap(section), ''].join('\n\n'),
    lines: [title!, excerpt!, ...sections.flatMap(expected)],
  }
}

const LABELS = ['introduction', 'deep-dive', 'counter-argument', 'protocol-spotlight', 'future-outlook', 'takeaways']

function section([label, kicker, heading, summary, ...body]: string[]): string[] {
  const top = [`## ${heading}`, `::summary[${summary}]`]
  if (label === 'protocol-spotlight' || label === 'takeaways') {
    const name = label === 'takeaways' ? label : 'spotlight'
    return [`:::${name}{label="${label}" kicker="${kicker}"}`, ...top, ...cards(body).flatMap(card), ':::']
  }
  const { paragraphs, table } = withTable(body)
  return [`:::${label}{kicker="${kicker}"}`, ...top, ...paragraphs.map(withLead), ':::', ...(table ? comparison(table) : [])]
}

/** The words before the first full stop or colon are bold on the page. */
function withLead(paragraph: string): string {
  return paragraph.replace(/^[^.:]{1,80}[.:]/, lead => `**${lead}**`)
}

interface Table { kicker: string, title: string, description: string, heads: string[], rows: string[][] }

/** The table stands at the end of a text: its head is the line with three brackets in it. */
function withTable(body: string[]): { paragraphs: string[], table?: Table } {
  const head = body.findIndex(line => line.split('(e.g.').length === 4)
  if (head < 0)
    return { paragraphs: body }
  const [kicker, title, description, , ...cells] = body.slice(head - 3)
  const heads = body[head]!.split(/(?<=[a-z)])(?=[A-Z][\w-]* Model \()/)
  const rows = MARKS_OF_ROWS.map(marks => [...cells.splice(0, 4 - marks.length), ...marks])
  return { paragraphs: body.slice(0, head - 3), table: { kicker: kicker!, title: title!, description: description!, heads, rows } }
}

/** Cells that are marks, of which the text shows nothing, for each of the eight rows. */
const MARKS_OF_ROWS = [['✓', '✓', '✗'], ['✗'], [], [], ['✗', '✓', '✓'], [], [], []]

function comparison({ kicker, title, description, heads, rows }: Table): string[] {
  const table = [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
  return [`:::comparison{kicker="${kicker}"}`, `## ${title}`, `::summary[${description}]`, table, ':::']
}

/** The lines of each card, without its number. */
function cards(body: string[]): string[][] {
  const found: string[][] = []
  for (const line of body)
    /^0\d$/.test(line) ? found.push([]) : found.at(-1)!.push(line)
  return found
}

function card(lines: string[]): string[] {
  const [title, body, ...rest] = lines
  const points = rest.slice(0, -4).map(point => point.replace(/^•/, '-')).join('\n')
  const [value, label, otherValue, otherLabel] = rest.slice(-4)
  return [':::card', `### ${title}`, body!, points, `::stat{value="${value}" label="${label}"}\n::stat{value="${otherValue}" label="${otherLabel}"}`, ':::']
}

/** What of a section is to be found again, line by line. */
function expected([label, kicker, heading, summary, ...body]: string[]): string[] {
  const { paragraphs, table } = withTable(body)
  const words = paragraphs
    .filter(line => !/^0\d$/.test(line))
    .flatMap(line => line.split('\\n- '))
    .map(line => line.replace(/^•\s*/, ''))
  return [
    label!,
    kicker!,
    heading!,
    summary!,
    ...words,
    ...(table ? [table.kicker, table.title, table.description, table.heads.join(''), ...table.rows.flatMap(row => row.map(cell => MARKS[cell] ?? cell))] : []),
  ]
}

const MARKS: Record<string, string> = { '✓': 'yes', '✗': 'no' }
