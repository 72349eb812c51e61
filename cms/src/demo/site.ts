import type { Site } from '@masthead/shared/payload-types'
import type { Found } from './found.ts'
import { blogPath, SERVICES } from '@masthead/shared/paths'
import { linkTo } from './found.ts'

/** The fictional consultancy whose site the demo is. */
export function site({ category, page, service }: Found) {
  return {
    name: 'Halyard & Stay',
    tagline: 'Systems that hold under load',
    description:
      'The journal of Halyard & Stay, an engineering consultancy: long-form analysis of distributed systems, data, operations and security, with the trade-offs written down.',
    journalTitle: 'The Load Line',
    journalIntroduction:
      'How far down a system may sit in the water before it is unsafe: notes from our engineers on limits, trade-offs and the things that give way first.',
    navigation: [
      { label: 'Services', url: SERVICES },
      { label: 'The Load Line', url: blogPath() },
      linkTo('About', 'pages', page('/about')),
    ],
    footerLinks: [
      linkTo('Capacity review', 'services', service('capacity-review')),
      linkTo('On-call', 'services', service('on-call')),
      linkTo('Cryptographic inventory', 'services', service('cryptographic-inventory')),
      linkTo('Systems under load', 'categories', category('systems-under-load')),
      linkTo('Data that must last', 'categories', category('data-that-must-last')),
      linkTo('Cryptography in practice', 'categories', category('cryptography-in-practice')),
      linkTo('Measurement', 'categories', category('measurement')),
      linkTo('About', 'pages', page('/about')),
    ],
    footer: 'Halyard & Stay is a fictional consultancy. All of it is demo content: replace it with your own.',
  } satisfies Partial<Site>
}
