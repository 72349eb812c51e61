import type { Block } from 'payload'
import { Code } from './Code.ts'
import { Comparison } from './Comparison.ts'
import { Faq } from './Faq.ts'
import { Picture } from './Picture.ts'
import { Prose } from './Prose.ts'
import { Quote } from './Quote.ts'
import { Spotlight } from './Spotlight.ts'
import { Takeaways } from './Takeaways.ts'

/** The kinds of section of an article, in the order of the palette. */
export const sections: Block[] = [Prose, Comparison, Spotlight, Takeaways, Quote, Picture, Code, Faq]
