/** “Lead: the rest” as a point of a card; text without such a lead is all text. */
export function point(words: string): { lead: string | null, text: string } {
  const [, lead, text] = /^([^:]{1,120}):\s+(.+)$/s.exec(words) ?? []
  return lead && text ? { lead, text } : { lead: null, text: words }
}
