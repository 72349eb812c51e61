import type { Image, Paragraph } from 'mdast'
import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import { plainText } from '../import/plainText.ts'
import { refuseNode } from '../import/SectionSource.ts'
import { defineSection } from './defineSection.ts'

export const Picture = defineSection({
  slug: 'picture',
  name: 'Picture',
  plural: 'Pictures',
  fields: [
    { name: 'image', type: 'upload', relationTo: 'media', required: true },
    {
      name: 'caption',
      type: 'textarea',
      maxLength: 400,
      admin: {
        description: 'Under the picture. For people who cannot see it, the picture has its own alternative text.',
      },
    },
  ],
  article: {
    attributes: ['credit'],
    read,
    sources: ({ image }) => ({ pictures: [image] }),
    example: `:::picture{credit="Who made it"}
![What it shows, for those who cannot see it.](pictures/engine.webp)

A caption.
:::`,
  },
})

function read({ line, attributes, body }: SectionSource, { report }: Context): ReadSection<'picture'> {
  const paragraphs = body.filter(node => node.type === 'paragraph')
  for (const node of body.filter(node => node.type !== 'paragraph'))
    refuseNode(node, 'in a picture section', 'It holds one picture, ![what it shows](file), and its caption.', report)
  const [image, ...more] = paragraphs.flatMap(({ children }) => children.filter(node => node.type === 'image'))
  if (!image)
    report(line, 'There is no picture in the section.', 'Write ![what it shows](pictures/file.webp).')
  for (const other of more)
    report(other.position!.start.line, 'There is a second picture in the section.', 'Give it a section of its own.')
  if (image?.title) {
    report(
      image.position!.start.line,
      'The picture has a title, which no reader would see.',
      'Take the words in quotes out of the brackets; who made it goes into :::picture{credit="…"}.',
    )
  }
  const caption = paragraphs.map(node => plainText(withoutImages(node), 'the caption', report)).filter(Boolean).join(
    '\n\n',
  )
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
