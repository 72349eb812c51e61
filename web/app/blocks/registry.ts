import type { SectionKind, SectionOf } from '@masthead/shared/types'
import type { DrawnSection } from '../landing'
import Code from './Code.vue'
import Comparison from './Comparison.vue'
import EnquiryForm from './EnquiryForm.vue'
import Faq from './Faq.vue'
import Hero from './Hero.vue'
import LatestPosts from './LatestPosts.vue'
import Offer from './Offer.vue'
import Picture from './Picture.vue'
import Process from './Process.vue'
import Proof from './Proof.vue'
import Prose from './Prose.vue'
import Quote from './Quote.vue'
import RelatedPosts from './RelatedPosts.vue'
import Spotlight from './Spotlight.vue'
import Takeaways from './Takeaways.vue'

/** The component that draws each kind of section, named as the kind's schema in cms/src/blocks. */
export const BLOCKS = {
  prose: Prose,
  comparison: Comparison,
  spotlight: Spotlight,
  takeaways: Takeaways,
  quote: Quote,
  picture: Picture,
  code: Code,
  faq: Faq,
  hero: Hero,
  offer: Offer,
  proof: Proof,
  process: Process,
  relatedPosts: RelatedPosts,
  latestPosts: LatestPosts,
  enquiryForm: EnquiryForm,
} satisfies { [Kind in SectionKind | DrawnSection['blockType']]: BlockComponent<Kind> }

type BlockComponent<Kind> = new() => { $props: { section: Drawn<Kind> } }

/**
 * A section as the site hands it to its component: on landing pages, with the documents that it does not name itself.
 */
type Drawn<Kind> = Kind extends SectionKind ? SectionOf<Kind> : Extract<DrawnSection, { blockType: Kind }>
