/**
 * Returns the part of an address made from words: lower-case ASCII letters and digits, joined by single hyphens, cut at
 * a word's end to at most 80 characters. Empty if the words hold no letter or digit.
 */
export function slugify(words: string): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`]/g, '')
    .replace(/[ßẞæøœłđðþı&]/gi, letter => SPELLED[letter] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug.length <= 80 ? slug : slug.slice(0, 81).replace(/-[^-]*$/, '').slice(0, 80)
}

/** Letters that Unicode does not decompose. */
const SPELLED: Record<string, string> = {
  'ß': 'ss',
  'ẞ': 'ss',
  'æ': 'ae',
  'Æ': 'ae',
  'ø': 'o',
  'Ø': 'o',
  'œ': 'oe',
  'Œ': 'oe',
  'ł': 'l',
  'Ł': 'l',
  'đ': 'd',
  'Đ': 'd',
  'ð': 'd',
  'Ð': 'd',
  'þ': 'th',
  'Þ': 'th',
  'ı': 'i',
  '&': ' and ',
}
