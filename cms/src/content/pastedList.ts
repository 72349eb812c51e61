/**
 * Where a pasted text has an item of a list: `\n- `, with a real line break or with the two characters `\` and `n`
 * that a broken export leaves.
 */
export const PASTED_ITEM = /(?:\\n|\n)\s*[-*•]\s+/

/** Takes the list off the end of a pasted text. */
export function splitPastedList(pasted: string): { text: string, items: string[] } {
  const [text = '', ...items] = pasted.split(PASTED_ITEM)
  return { text: text.trim(), items: items.map(item => item.trim()).filter(Boolean) }
}
