import type { SectionKind } from '@masthead/shared/types'
import type { Component } from 'vue'
import Code from './Code.vue'
import Comparison from './Comparison.vue'
import Faq from './Faq.vue'
import Picture from './Picture.vue'
import Prose from './Prose.vue'
import Quote from './Quote.vue'
import Spotlight from './Spotlight.vue'
import Takeaways from './Takeaways.vue'

/** What draws each kind of section: the component named as the kind's schema in cms/src/blocks. */
export const BLOCKS: Record<SectionKind, Component> = {
  prose: Prose,
  comparison: Comparison,
  spotlight: Spotlight,
  takeaways: Takeaways,
  quote: Quote,
  picture: Picture,
  code: Code,
  faq: Faq,
}
