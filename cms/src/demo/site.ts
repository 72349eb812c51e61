import type { Site } from '@masthead/shared/payload-types'

/** The fictional consultancy whose journal the demo is. */
export const site = {
  name: 'Halyard & Stay',
  tagline: 'Systems that hold under load',
  description: 'The journal of Halyard & Stay, an engineering consultancy: long-form analysis of distributed systems, operations and security, with the trade-offs written down.',
  journalTitle: 'The Load Line',
  journalIntroduction: 'How far down a system may sit in the water before it is unsafe: notes from our engineers on limits, trade-offs and the things that give way first.',
  footer: 'Halyard & Stay is a fictional consultancy. The articles are demo content: replace them with your own.',
} satisfies Partial<Site>
