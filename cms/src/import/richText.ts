import type { RichText } from '@masthead/shared/types'
import type { Blockquote, Definition, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Report } from './Problem.ts'
import { randomBytes } from 'node:crypto'
import { linkProblem } from '@masthead/shared/linkProblem'
import { PASTED_ITEM } from './pastedList.ts'

/**
 * Returns Markdown in the form in which the editor of `cms/src/fields/editor.ts` stores it. Reports content that the
 * editor does not support.
 */
export function richText(blocks: RootContent[], { definitions, report }: Context): RichText {
  return new Writer(definitions, report).root(blocks)
}

export interface Context {
  /** Addresses that links refer to by name (`[words][name]`). */
  definitions: Map<string, Definition>
  report: Report
}

interface LexicalNode {
  type: string
  version: number
  [property: string]: unknown
}

/** The bits of a text's format in Lexical. */
const FORMAT = { strong: 1, emphasis: 2, delete: 4, inlineCode: 16 } as const

const MAX_LIST_DEPTH = 6

class Writer {
  readonly #definitions: Map<string, Definition>
  readonly #report: Report

  constructor(definitions: Map<string, Definition>, report: Report) {
    this.#definitions = definitions
    this.#report = report
  }

  root(blocks: RootContent[]): RichText {
    return {
      root: {
        ...element(
          'root',
          joinLists(blocks.flatMap(block => this.#block(block))),
        ),
        direction: null,
        format: '',
        indent: 0,
      },
    }
  }

  #block(node: RootContent): LexicalNode[] {
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(node)
      case 'heading':
        if (node.depth !== 3 && node.depth !== 4) {
          this.#refuse(
            node,
            `A heading “${'#'.repeat(node.depth)}” cannot stand in a text.`,
            node.depth < 3 ? 'Begin a section of its own, or write “###”.' : 'Write “###” or “####”.',
          )
        }
        return [element('heading', this.#inline(node.children), { tag: `h${node.depth}` })]
      case 'list':
        return [this.#list(node, 0)]
      case 'blockquote':
        return [element('quote', this.#quoted(node))]
      case 'thematicBreak':
        return [{ type: 'horizontalrule', version: 1 }]
      case 'definition':
        return []
      default: {
        const [problem, fix] = REFUSED[node.type] ?? [`“${node.type}” cannot stand in a text.`, 'Take it out.']
        this.#refuse(node, problem, fix)
        return []
      }
    }
  }

  /** Converts a paragraph. `\n- ` runs in it, which broken exports leave, become a list. */
  #paragraph({ children }: Paragraph): LexicalNode[] {
    const [text, ...items] = splitAtPastedItems(children).map(part => this.#inline(part))
    return [
      ...(text!.length > 0 ? [paragraph(text!)] : []),
      ...(items.length > 0 ? [list('ul', items.map((item, index) => listItem(item, index + 1, 0)))] : []),
    ]
  }

  #list({ ordered, start, children }: List, depth: number): LexicalNode {
    const first = ordered ? start ?? 1 : 1
    let value = first
    const items = children.flatMap((item) => {
      const nested = this.#nestedLists(item, depth)
      const own = listItem(this.#itemText(item), value++, depth)
      // The editor's HTML does the same: a list inside a list has an item of its own around it.
      return [own, ...nested.map(inner => listItem([inner], value, depth))]
    })
    return list(ordered ? 'ol' : 'ul', items, first)
  }

  #itemText(item: ListItem): LexicalNode[] {
    if (typeof item.checked === 'boolean')
      this.#refuse(item, 'A list with boxes to tick cannot stand in a text.', 'Take out the “[ ]”.')
    const [first, ...rest] = item.children
    for (const node of first?.type === 'paragraph' ? rest : item.children) {
      if (node.type !== 'list') {
        this.#refuse(
          node,
          'An item of a list holds one paragraph, and lists.',
          'Make this a paragraph before or after the list, or an item of its own.',
        )
      }
    }
    return first?.type === 'paragraph' ? this.#inline(first.children) : []
  }

  #nestedLists(item: ListItem, depth: number): LexicalNode[] {
    const lists = item.children.filter(node => node.type === 'list')
    if (lists.length > 0 && depth + 1 === MAX_LIST_DEPTH) {
      this.#refuse(lists[0]!, `Lists are nested deeper than ${MAX_LIST_DEPTH}.`, 'Make them flatter.')
      return []
    }
    return lists.map(inner => this.#list(inner, depth + 1))
  }

  #quoted({ children }: Blockquote): LexicalNode[] {
    return children.flatMap((node, index) => {
      if (node.type !== 'paragraph') {
        this.#refuse(node, 'A quotation inside a text holds paragraphs only.', 'Take this out of the quotation.')
        return []
      }
      return [...(index > 0 ? [LINE_BREAK, LINE_BREAK] : []), ...this.#inline(node.children)]
    })
  }

  #inline(nodes: PhrasingContent[], format = 0): LexicalNode[] {
    return nodes.flatMap((node): LexicalNode[] => {
      switch (node.type) {
        case 'text':
          return node.value === '' ? [] : [text(node.value.replaceAll('\n', ' '), format)]
        case 'strong':
        case 'emphasis':
        case 'delete':
          return this.#inline(node.children, format | FORMAT[node.type])
        case 'inlineCode':
          return [text(node.value, format | FORMAT.inlineCode)]
        case 'break':
          return [LINE_BREAK]
        case 'link':
          return this.#link(node, node.url, node.title, node.children, format)
        case 'linkReference': {
          const target = this.#definitions.get(node.identifier)
          return this.#link(node, target?.url ?? '', target?.title, node.children, format)
        }
        default: {
          const [problem, fix] = REFUSED[node.type] ?? [`“${node.type}” cannot stand in a text.`, 'Take it out.']
          this.#refuse(node, problem, fix)
          return []
        }
      }
    })
  }

  #link(
    node: Nodes,
    url: string,
    title: string | null | undefined,
    children: PhrasingContent[],
    format: number,
  ): LexicalNode[] {
    const problem = linkProblem(url)
    if (problem !== undefined)
      this.#refuse(node, `The link to “${url}” is of a kind that is not allowed.`, problem)
    if (title) {
      this.#refuse(
        node,
        `The link to “${url}” has a title, which no reader would see.`,
        'Take the words in quotes out of the brackets.',
      )
    }
    const fields = { linkType: 'custom', newTab: false, url }
    return [element('link', this.#inline(children, format), { fields, id: randomBytes(12).toString('hex') }, 3)]
  }

  #refuse(node: Nodes, problem: string, fix: string): void {
    this.#report(node.position!.start.line, problem, fix)
  }
}

function splitAtPastedItems(nodes: PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type !== 'text') {
      parts.at(-1)!.push(node)
      continue
    }
    const [before, ...items] = node.value.split(PASTED_ITEM)
    parts.at(-1)!.push({ ...node, value: items.length > 0 ? before!.trimEnd() : before! })
    parts.push(...items.map((value): PhrasingContent[] => [{ ...node, value }]))
  }
  return parts
}

function text(value: string, format: number): LexicalNode {
  return { detail: 0, format, mode: 'normal', style: '', text: value, type: 'text', version: 1 }
}

const LINE_BREAK: LexicalNode = { type: 'linebreak', version: 1 }

function element(
  type: string,
  children: LexicalNode[],
  properties: Record<string, unknown> = {},
  version = 1,
): LexicalNode & { children: LexicalNode[] } {
  return { children, direction: null, format: '', indent: 0, type, version, ...properties }
}

function paragraph(children: LexicalNode[]): LexicalNode {
  // The format in which text continues if a user begins to type here.
  const textFormat = children.find(({ type }) => type === 'text')?.format ?? 0
  return element('paragraph', children, { textFormat, textStyle: '' })
}

function list(tag: 'ol' | 'ul', children: LexicalNode[], start = 1): LexicalNode {
  return element('list', children, { listType: tag === 'ol' ? 'number' : 'bullet', start, tag })
}

function listItem(children: LexicalNode[], value: number, indent: number): LexicalNode {
  return element('listitem', children, { value, indent })
}

/** Joins adjacent lists of one kind, which the editor treats as one list. */
function joinLists(nodes: LexicalNode[]): LexicalNode[] {
  return nodes.reduce<LexicalNode[]>((joined, node) => {
    const before = joined.at(-1)
    return before && isList(before) && isList(node) && before.tag === node.tag
      ? [...joined.slice(0, -1), renumbered({ ...before, children: [...before.children, ...node.children] })]
      : [...joined, node]
  }, [])
}

interface ListNode extends LexicalNode {
  start: number
  tag: string
  children: (LexicalNode & { children: LexicalNode[] })[]
}

function isList(node: LexicalNode): node is ListNode {
  return node.type === 'list'
}

function renumbered(list: ListNode): ListNode {
  let value = list.start
  return {
    ...list,
    children: list.children.map(item => ({ ...item, value: item.children.some(isList) ? value : value++ })),
  }
}

/** Markdown that the editor does not support: its name, and how to fix it. */
const REFUSED: Partial<Record<Nodes['type'], [problem: string, fix: string]>> = {
  html: [
    'HTML cannot stand in an article.',
    'Write it in Markdown, or take it out; a “<” that is meant as itself is written “\\<”.',
  ],
  image: ['A picture cannot stand inside a text.', 'Give it a section of its own: “:::picture”.'],
  imageReference: ['A picture cannot stand inside a text.', 'Give it a section of its own: “:::picture”.'],
  table: ['A table cannot stand inside a text.', 'Give it a section of its own: “:::comparison”.'],
  code: ['A block of code cannot stand inside a text.', 'Give it a section of its own: “:::code”.'],
  footnoteReference: ['Footnotes are not supported.', 'Say it in the text, or in brackets.'],
  footnoteDefinition: ['Footnotes are not supported.', 'Say it in the text, or in brackets.'],
}
