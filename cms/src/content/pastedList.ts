/**
 * Takes the list off the end of a pasted text: runs of `\n- `, with a real line break or with the two characters
 * `\` and `n` that a broken export leaves.
 */
export function splitPastedList(pasted: string): { text: string, items: string[] } {
  const [text = '', ...items] = pasted.split(/(?:\\n|\n)\s*[-*•]\s+/)
  return { text: text.trim(), items: items.map(item => item.trim()).filter(Boolean) }
}
