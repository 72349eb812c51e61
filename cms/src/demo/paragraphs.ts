import type { RichText } from '@masthead/shared/types'

/** Plain paragraphs as the editor keeps them. */
export function paragraphs(...texts: string[]): RichText {
  const rest = { version: 1, format: '', indent: 0, direction: null } as const
  const children = texts.map(text => ({
    ...rest,
    type: 'paragraph',
    textFormat: 0,
    children: [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }],
  }))
  return { root: { ...rest, type: 'root', children } }
}
