import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { ImportError } from './ImportError.ts'

/**
 * Parses Markdown with tables, strikethrough and directives, without the parts that would surprise a writer: a colon
 * inside a line starts no directive, `~2s` no strikethrough, four spaces no code block, and a rule under a line no
 * heading.
 */
export function parseMarkdown(text: string): Root {
  try {
    return parse(text)
  }
  catch (error) {
    if (error instanceof RangeError) {
      throw new ImportError([{
        line: 1,
        problem: 'The text is nested too deeply to be read.',
        fix: 'Make its lists and quotations flatter.',
      }])
    }
    throw error
  }
}

function parse(text: string): Root {
  return fromMarkdown(text, {
    extensions: [
      { flow: directive().flow },
      gfm({ singleTilde: false }),
      { disable: { null: ['codeIndented', 'setextUnderline'] } },
    ],
    mdastExtensions: [directiveFromMarkdown(), gfmFromMarkdown()],
  })
}
