import type { Cta } from '@masthead/shared/payload-types'
import type { Found } from './found.ts'
import { linkTo } from './found.ts'

type CtaData = Pick<Cta, 'headline' | 'link' | 'placements' | 'weight'>

export function ctas({ post, service, page }: Found): CtaData[] {
  return [
    {
      headline: 'Two capacity reviews are free to begin in January.',
      link: linkTo('Ask for one', 'services', service('capacity-review')),
      placements: ['banner'],
      weight: 40,
    },
    {
      headline: 'From The Load Line: what being woken really costs.',
      link: linkTo('Read it', 'posts', post('the-price-of-being-woken')),
      placements: ['banner'],
      weight: 30,
    },
    {
      headline: 'Count your cryptography before 2030 counts it for you.',
      link: linkTo('How we do it', 'services', service('cryptographic-inventory')),
      placements: ['banner'],
      weight: 20,
    },
    {
      headline: 'We are nine, and looking for a tenth: operations, Bergen.',
      link: linkTo('Who we are', 'pages', page('/about')),
      placements: ['banner'],
      weight: 10,
    },
    {
      headline: 'Do you know what your system can carry? We can tell you in three weeks.',
      link: linkTo('How a review works', 'services', service('capacity-review')),
      placements: ['end-of-article'],
      weight: 10,
    },
  ]
}
