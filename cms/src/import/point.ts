/** Reads “Lead: the rest” as a point of a card. Text without a lead becomes the point's text. */
export function point(words: string): { lead: string | null, text: string } {
  const colon = words.indexOf(':')
  const text = words.slice(colon + 1)
  return colon > 0 && colon <= 120 && /^\s+\S/.test(text)
    ? { lead: words.slice(0, colon), text: text.trimStart() }
    : { lead: null, text: words }
}
