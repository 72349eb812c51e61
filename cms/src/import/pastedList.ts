/**
 * The beginning of a list item in pasted text: `\n- `, with a real line break or with the two characters `\` and `n`
 * that a broken export leaves.
 */
export const PASTED_ITEM = /(?:\\n|\n)\s*[-*•]\s+/

/** Splits a pasted text into its text and the list at its end. */
export function splitPastedList(pasted: string): { text: string, items: string[] } {
  const [text = '', ...items] = pasted.split(PASTED_ITEM)
  return { text: text.trim(), items: items.map(item => item.trim()).filter(Boolean) }
}
