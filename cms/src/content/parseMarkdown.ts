import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'

/**
 * Markdown with tables, strikethrough and directives, without the parts that would surprise a writer: a colon inside
 * a line starts no directive, `~2s` no strikethrough, four spaces no code block, and a rule under a line no heading.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [
      { flow: directive().flow },
      gfm({ singleTilde: false }),
      { disable: { null: ['codeIndented', 'setextUnderline'] } },
    ],
    mdastExtensions: [directiveFromMarkdown(), gfmFromMarkdown()],
  })
}
