import type { Block } from 'payload'
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

/** The kinds of section of services and landing pages, in the order of the palette. */
export const landingSections: Block[] = [Hero, Offer, Proof, Process, Prose, Comparison, Spotlight, Quote, Faq, Picture, RelatedPosts, LatestPosts, EnquiryForm]
