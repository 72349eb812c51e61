/** The reference page, from its banner to its enquiry section, read from its visible text. */
export function readReference(text: string): Reference {
  const all = text.split('\n').map(line => line.trim()).filter(Boolean)
  const start = all.indexOf('Blog')
  const end = all.indexOf('ENQUIRY')
  const [title, excerpt, ...body] = all.slice(start + 1, end)
  const sections: string[][] = []
  for (const line of body)
    LABELS.includes(line) ? sections.push([line]) : sections.at(-1)!.push(line)
  return {
    banner: bannerIn(all),
    category: all[start - 1]!,
    title: title!,
    excerpt: excerpt!,
    sections: sections.map(sectionIn),
    enquiry: enquiryIn(all.slice(end)),
    seoTitle: all.at(-1)!,
  }
}

export interface Reference {
  banner: { headline: string, label: string }[]
  category: string
  title: string
  excerpt: string
  sections: ReferenceSection[]
  enquiry: ReferenceEnquiry
  seoTitle: string
}

export interface ReferenceSection {
  label: string
  kicker: string
  heading: string
  summary: string
  paragraphs: string[]
  /** Stands after a text, as a section of its own. */
  table?: ReferenceTable
  cards?: ReferenceCard[]
}

export interface ReferenceTable {
  kicker: string
  title: string
  description: string
  criterionLabel: string
  columns: { label: string, note: string }[]
  /** The criterion, and a value for each column: `✓`, `✗` or words. */
  rows: [criterion: string, ...values: string[]][]
}

export interface ReferenceCard {
  title: string
  /** With the points in it as they stand on the page: what a writer would paste. */
  pasted: string
  text: string
  points: string[]
  stats: { value: string, label: string }[]
}

interface ReferenceEnquiry {
  kicker: string
  heading: string
  text: string
  badges: string[]
  stats: { value: string, label: string }[]
}

const LABELS = ['introduction', 'deep-dive', 'counter-argument', 'protocol-spotlight', 'future-outlook', 'takeaways']

/** It is repeated to fill the strip. */
function bannerIn(all: string[]): Reference['banner'] {
  const again = all.indexOf(all[0]!, 1)
  return pairsOf(all.slice(0, again)).map(([headline, label]) => ({ headline, label }))
}

function sectionIn([label, kicker, heading, summary, ...body]: string[]): ReferenceSection {
  const top = { label: label!, kicker: kicker!, heading: heading!, summary: summary! }
  if (label === 'protocol-spotlight' || label === 'takeaways')
    return { ...top, paragraphs: [], cards: cardsIn(body) }
  return { ...top, ...withTable(body) }
}

/** The table stands at the end of a text: its head is the line with three brackets in it. */
function withTable(body: string[]): { paragraphs: string[], table?: ReferenceTable } {
  const head = body.findIndex(line => line.split('(e.g.').length === 4)
  if (head < 0)
    return { paragraphs: body }
  const [kicker, title, description, , ...cells] = body.slice(head - 3)
  const [criterionLabel, ...columns] = body[head]!.split(/(?<=[a-z)])(?=[A-Z][\w-]* Model \()/)
  return {
    paragraphs: body.slice(0, head - 3),
    table: {
      kicker: kicker!,
      title: title!,
      description: description!,
      criterionLabel: criterionLabel!,
      columns: columns.map((column) => {
        const [, label, note] = /^(.*) \((.*)\)$/.exec(column)!
        return { label: label!, note: note! }
      }),
      rows: MARKS_OF_ROWS.map(marks =>
        [...cells.splice(0, 4 - marks.length), ...marks] as ReferenceTable['rows'][number],
      ),
    },
  }
}

/** Cells that are marks, of which the text shows nothing, for each of the eight rows. */
const MARKS_OF_ROWS = [['✓', '✓', '✗'], ['✗'], [], [], ['✗', '✓', '✓'], [], [], []]

function cardsIn(body: string[]): ReferenceCard[] {
  const found: string[][] = []
  for (const line of body)
    /^0\d$/.test(line) ? found.push([]) : found.at(-1)!.push(line)
  return found.map(([title, ...rest]) => {
    const pasted = rest.slice(0, -4).join('\n')
    const [text, ...points] = pasted.split(/(?:\\n|\n)\s*[-•]\s+/)
    return { title: title!, pasted, text: text!, points, stats: statsIn(rest.slice(-4)) }
  })
}

function enquiryIn([kicker, heading, rest, text, ...more]: string[]): ReferenceEnquiry {
  const firstStat = more.findIndex(line => /^\$?\d+\w?\+$/.test(line))
  return {
    kicker: kicker!,
    heading: `${heading} ${rest}`,
    text: text!,
    badges: more.slice(0, firstStat),
    stats: statsIn(more.slice(firstStat, firstStat + 4)),
  }
}

function statsIn(lines: string[]): { value: string, label: string }[] {
  return pairsOf(lines).map(([value, label]) => ({ value, label }))
}

function pairsOf(lines: string[]): [string, string][] {
  return lines.flatMap((line, index): [string, string][] => index % 2 === 0 ? [[line, lines[index + 1]!]] : [])
}
