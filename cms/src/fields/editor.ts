import { linkProblem } from '@masthead/shared/linkProblem'
import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { JournalFeature } from '../admin/journal/JournalFeature.ts'

/** The collections to which links in texts may lead. */
export const LINKED_IN_TEXT = ['posts'] as const

/**
 * The one rich-text editor, with exactly the features that the site renders. To add a feature, also add its node to
 * `web/app/components/RichText.ts`, whose contract test lists the nodes of these features.
 */
export const editor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    InlineCodeFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    LinkFeature({
      enabledCollections: [...LINKED_IN_TEXT],
      fields: ({ defaultFields }) => defaultFields.map(field => 'name' in field && field.name === 'url'
        ? {
            ...field,
            type: 'text' as const,
            validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
              (siblingData as { linkType?: string }).linkType === 'internal'
              || (linkProblem(typeof value === 'string' ? value : '') ?? true),
          }
        : field) as typeof defaultFields,
    }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    JournalFeature(),
  ],
})
