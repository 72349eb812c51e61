import type { Page } from '@masthead/shared/payload-types'
import type { Found } from './found.ts'
import { SERVICES } from '@masthead/shared/paths'
import { linkTo } from './found.ts'
import { paragraphs } from './paragraphs.ts'

type PageData = Pick<Page, 'title' | 'path' | 'sections' | 'seo'>

export function pages({ post, service, picture }: Found): PageData[] {
  return [
    {
      title: 'Home',
      path: '/',
      seo: {
        description:
          'Halyard & Stay is an engineering consultancy for systems that have to hold: capacity, operations, cryptography. With a journal of what we learn.',
      },
      sections: [
        {
          blockType: 'hero',
          kicker: 'Engineers for hire since 2019',
          heading: 'Systems that hold under load',
          summary:
            'We work out how much a system can carry, what gives way first, and how it should fail when it must. Then we write it down, so that you need us only once.',
          links: [linkTo('Have your limits measured', 'services', service('capacity-review')), {
            label: 'All services',
            url: SERVICES,
          }],
          image: picture('admission'),
        },
        {
          blockType: 'offer',
          label: 'What we do',
          heading: 'Three things, and no others',
          items: [
            {
              title: 'Capacity',
              text: 'The load line of a system, the order in which it fails, and the cheapest way to move both.',
            },
            {
              title: 'Operations',
              text: 'Alerts that are believed, rotas that people stay on, incidents that are learnt from once.',
            },
            {
              title: 'Cryptography',
              text: 'What you use where, how long it has to hold, and how to replace it without stopping.',
            },
          ],
        },
        {
          blockType: 'proof',
          label: 'In figures',
          stats: [
            { value: '41', label: 'systems measured' },
            { value: '9', label: 'engineers, all of whom have carried a pager' },
            { value: '0', label: 'licences sold' },
            { value: '12', label: 'pages in our longest report' },
          ],
        },
        {
          blockType: 'latestPosts',
          label: 'The Load Line',
          heading: 'From the journal',
          summary: 'Long-form analysis, with the trade-offs written down.',
          count: 3,
        },
        {
          blockType: 'quote',
          text: 'They told us which of our promises we could keep. Nobody had asked before.',
          person: 'Chief engineer of a regional grid operator',
        },
        { blockType: 'enquiryForm' },
      ],
    },
    {
      title: 'About',
      path: '/about',
      seo: { description: 'Nine engineers in Bristol and Bergen who measure systems, write short reports and leave.' },
      sections: [
        {
          blockType: 'hero',
          kicker: 'About us',
          heading: 'Nine engineers and a rule about reports',
          summary:
            'A halyard lifts; a stay keeps the mast from falling while it does. We have been both, on other people’s ships.',
        },
        {
          blockType: 'prose',
          label: 'Who we are',
          heading: 'Small on purpose',
          body: paragraphs(
            'Halyard & Stay began in 2019 with three people who had run other people’s systems for long enough to be tired of the same four outages. We are nine now, in Bristol and Bergen, and do not intend to be many more: everybody who works here has carried a pager, and everybody who sells here also does the work.',
            'We take on six engagements at a time. Each has two of us on it, one who knows your kind of system and one who does not, because the second asks the questions that the first has stopped hearing.',
          ),
        },
        {
          blockType: 'process',
          label: 'How we work',
          heading: 'Our rules, such as they are',
          steps: [
            {
              title: 'Measure before you argue',
              text:
                'An afternoon with a load generator ends most discussions, some of them in a way that nobody expected.',
            },
            {
              title: 'Twelve pages',
              text:
                'A report that is longer will not be read by whoever has to pay for it. What does not fit is an appendix, or was not important.',
            },
            {
              title: 'Leave',
              text:
                'We agree on the last day before the first. If you still need us after it, something went wrong, and we say what.',
            },
          ],
        },
        {
          blockType: 'relatedPosts',
          label: 'Begin here',
          heading: 'What we have written',
          posts: [post('a-queue-is-not-a-buffer'), post('the-price-of-being-woken'), post('a-backup-is-a-claim')],
        },
        { blockType: 'enquiryForm' },
      ],
    },
  ]
}
