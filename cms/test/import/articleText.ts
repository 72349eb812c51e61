/** The text of an article that is in order, but for what a test puts into it: its sections begin on line 7. */
export function articleText(sections = ':::prose\nWords.\n:::', frontMatter: Record<string, string> = {}): string {
  const lines = Object.entries({
    title: 'A title',
    excerpt: 'An excerpt.',
    category: 'Systems',
    authors: '[Ada]',
    ...frontMatter,
  })
  return ['---', ...lines.map(([key, value]) => `${key}: ${value}`), '---', sections, ''].join('\n')
}
