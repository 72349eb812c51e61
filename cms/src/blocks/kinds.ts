import type { LandingKind, SectionKind } from '@masthead/shared/types'
import type { SectionDefinition } from './defineSection.ts'
import { Code } from './Code.ts'
import { Comparison } from './Comparison.ts'
import { EnquiryForm } from './EnquiryForm.ts'
import { Faq } from './Faq.ts'
import { Hero } from './Hero.ts'
import { LatestPosts } from './LatestPosts.ts'
import { Offer } from './Offer.ts'
import { Picture } from './Picture.ts'
import { Process } from './Process.ts'
import { Proof } from './Proof.ts'
import { Prose } from './Prose.ts'
import { Quote } from './Quote.ts'
import { RelatedPosts } from './RelatedPosts.ts'
import { Spotlight } from './Spotlight.ts'
import { Takeaways } from './Takeaways.ts'

/** The kinds of section of an article, in the order of the palette. */
export const articleKinds = {
  prose: Prose,
  comparison: Comparison,
  spotlight: Spotlight,
  takeaways: Takeaways,
  quote: Quote,
  picture: Picture,
  code: Code,
  faq: Faq,
} satisfies { [Kind in SectionKind]: SectionDefinition<Kind> }

/** The kinds of section of services and landing pages, in the order of the palette. */
export const landingKinds = {
  hero: Hero,
  offer: Offer,
  proof: Proof,
  process: Process,
  prose: Prose,
  comparison: Comparison,
  spotlight: Spotlight,
  quote: Quote,
  faq: Faq,
  picture: Picture,
  relatedPosts: RelatedPosts,
  latestPosts: LatestPosts,
  enquiryForm: EnquiryForm,
} satisfies { [Kind in LandingKind]: SectionDefinition<Kind> }
