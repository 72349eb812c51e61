import type { RichText as Content } from '@masthead/shared/types'
import type { FunctionalComponent, VNodeChild } from 'vue'
import { isSafeUrl } from '@masthead/shared/isSafeUrl'
import { pathOf } from '@masthead/shared/paths'
import { h } from 'vue'
import { logOnce } from '../logOnce'

/** Renders a rich text of the CMS: the tree of its editor, as elements. */
export const RichText: FunctionalComponent<{ content: Content }> = ({ content }) =>
  h('div', { class: 'rich-text' }, render((content.root as Node).children))

RichText.props = ['content']

/** A node of the editor, as far as it is rendered. Imported content may lack any of it. */
interface Node {
  type: string
  children?: Node[]
  text?: string
  /** Of a text: the sum of its formats. */
  format?: unknown
  tag?: string
  listType?: string
  start?: number
  fields?: { linkType?: string, url?: string, newTab?: boolean, doc?: { relationTo: string, value: unknown } }
}

function render(nodes: Node[] = []): VNodeChild[] {
  return nodes.map((node) => {
    const renderNode = Object.hasOwn(NODES, node.type) ? NODES[node.type] : undefined
    if (renderNode)
      return renderNode(node)
    logOnce(`Rich text: there is no renderer for a node of type “${node.type}”; its text is rendered plain.`)
    return node.text ?? render(node.children)
  })
}

/** One entry for each node that the features of the editor (cms/src/editor.ts) can make. */
export const NODES: Record<string, (node: Node) => VNodeChild> = {
  // An empty line of the editor is a slip, not a paragraph.
  paragraph: ({ children }) => children?.length ? h('p', renderLead(children)) : null,
  heading: ({ tag, children }) => h(tag === 'h4' ? 'h4' : 'h3', render(children)),
  quote: ({ children }) => h('blockquote', render(children)),
  horizontalrule: () => h('hr'),
  list: node =>
    node.listType === 'number'
      ? h('ol', { start: node.start === 1 ? undefined : node.start }, renderItems(node))
      : h('ul', renderItems(node)),
  // Its list renders it. One without a list is a line of its own.
  listitem: ({ children }) => h('p', render(children)),
  text: ({ text = '', format }) =>
    FORMATS
      .filter(([bit]) => (Number(format) & bit) !== 0)
      .reduce<VNodeChild>((inner, [, tag]) => h(tag, [inner]), text),
  linebreak: () => h('br'),
  tab: () => '\t',
  link: renderLink,
  autolink: renderLink,
}

/** By the bits of Lexical; the last is the outermost. */
const FORMATS: [bit: number, tag: string][] = [[16, 'code'], [32, 'sub'], [64, 'sup'], [4, 's'], [2, 'em'], [
  1,
  'strong',
]]

/** A paragraph may open with a bold phrase that names what it says. */
function renderLead(nodes: Node[] = []): VNodeChild[] {
  const [first, ...rest] = nodes
  const isLead = first?.type === 'text' && first.format === 1 && rest.length > 0
  return isLead ? [h('strong', { class: 'lead' }, first.text), ...render(rest)] : render(nodes)
}

/** Lexical puts a list within a list into an item of its own; in HTML it belongs to the item before it. */
function renderItems({ children = [] }: Node): VNodeChild[] {
  const items: Node[][] = []
  for (const { children: content = [] } of children) {
    const before = items.at(-1)
    if (before && content.length > 0 && content.every(node => node.type === 'list'))
      before.push(...content)
    else
      items.push([...content])
  }
  return items.map(content => h('li', render(content)))
}

function renderLink({ children, fields }: Node): VNodeChild {
  const href = fields?.linkType === 'internal' ? internalPath(fields.doc) : fields?.url
  if (!href || !isSafeUrl(href))
    return render(children)
  return h('a', { href, ...(fields?.newTab && { target: '_blank', rel: 'noopener' }) }, render(children))
}

/** A document that readers may not see is a bare id here, and has no path. */
function internalPath(doc: { relationTo: string, value: unknown } | undefined): string | undefined {
  return typeof doc?.value === 'object' && doc.value !== null ? pathOf(doc.relationTo, doc.value) : undefined
}
