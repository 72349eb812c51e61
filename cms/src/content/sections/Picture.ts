import type { Image, Paragraph } from 'mdast'
import type { Reader } from './readers.ts'
import { plainText } from '../plainText.ts'
import { refuseNode } from '../SectionSource.ts'

export const Picture: Reader<'picture'> = ({ line, attributes, body }, { complain }) => {
  const paragraphs = body.filter(node => node.type === 'paragraph')
  for (const node of body.filter(node => node.type !== 'paragraph'))
    refuseNode(node, 'in a picture section', 'It holds one picture, ![what it shows](file), and its caption.', complain)
  const [image, ...more] = paragraphs.flatMap(({ children }) => children.filter(node => node.type === 'image'))
  if (!image)
    complain(line, 'There is no picture in the section.', 'Write ![what it shows](pictures/file.webp).')
  for (const other of more)
    complain(other.position!.start.line, 'There is a second picture in the section.', 'Give it a section of its own.')
  if (image?.title)
    complain(image.position!.start.line, 'The picture has a title, which no reader would see.', 'Take the words in quotes out of the brackets; who made it goes into :::picture{credit="…"}.')
  const caption = paragraphs.map(node => plainText(withoutImages(node), 'the caption', complain)).filter(Boolean).join('\n\n')
  return {
    fields: {
      image: picture(image, line, attributes.credit),
      caption: caption || null,
    },
  }
}

function picture(image: Image | undefined, line: number, credit: string | undefined) {
  const at = image?.position!.start.line ?? line
  return { file: image?.url ?? '', alt: image?.alt ?? '', credit, lines: { '': at } }
}

function withoutImages({ children }: Paragraph) {
  return children.filter(node => node.type !== 'image')
}
