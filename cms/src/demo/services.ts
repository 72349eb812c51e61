import type { Service } from '@masthead/shared/payload-types'
import type { Found } from './found.ts'
import { linkTo } from './found.ts'
import { paragraphs } from './paragraphs.ts'

type ServiceData = Pick<Service, 'title' | 'slug' | 'summary' | 'weight' | 'sections' | 'seo'>

/** What the fictional consultancy offers. */
export function services({ post, category, picture }: Found): ServiceData[] {
  return [
    {
      title: 'Capacity review',
      slug: 'capacity-review',
      summary:
        'We find out how much your system can carry, what gives way first, and what it does to everybody else when it does. You get a number, and the arithmetic behind it.',
      weight: 30,
      seo: {
        title: 'Capacity review: how much can it carry?',
        description:
          'Three weeks that end with the load your system can carry, what gives way first, and what to do about it in which order.',
      },
      sections: [
        {
          blockType: 'hero',
          kicker: 'Three weeks, fixed price',
          heading: 'How much can it carry?',
          summary:
            'Most teams know how much load they have. Few know how much they could have before something gives way, and fewer still know what that something is.',
          image: picture('utilisation'),
          links: [
            { label: 'Ask for a review', url: '#enquiry' },
            linkTo('Why queues are no answer', 'posts', post('a-queue-is-not-a-buffer')),
          ],
        },
        {
          blockType: 'offer',
          label: 'What you get',
          heading: 'Four things, in writing',
          items: [
            {
              title: 'The load line',
              text:
                'The highest load at which every promise you make still holds, measured on your system and not read off a data sheet.',
            },
            {
              title: 'The order of failure',
              text:
                'What gives way first, second and third; which of these your callers notice, and which take something else down with them.',
            },
            {
              title: 'A model you can keep',
              text:
                'A spreadsheet of one page, in your names for things, into which next year’s forecast can be typed.',
            },
            {
              title: 'A list that ends',
              text:
                'What to change, in order, each with its cost in days and the load it buys. We leave out what is not worth doing.',
            },
          ],
        },
        {
          blockType: 'proof',
          label: 'So far',
          heading: 'What reviews have found',
          stats: [
            { value: '41', label: 'systems reviewed since 2019', source: 'our own count' },
            {
              value: '2.6×',
              label: 'median distance between the limit a team expected and the one we measured',
              source: 'our own count',
            },
            {
              value: '7 of 10',
              label: 'had a first thing to fail that was on nobody’s dashboard',
              source: 'our own count',
            },
          ],
        },
        {
          blockType: 'process',
          label: 'How it goes',
          heading: 'Three weeks',
          steps: [
            {
              title: 'Listen',
              text:
                'Two days with the people who run it. We read the last ten incident reports before we come, and ask about the ones that were never written.',
            },
            {
              title: 'Measure',
              text:
                'A week of load on a copy, or on the real thing at a quiet hour, with your hand on the switch. We stop at the first broken promise, not at the crash.',
            },
            {
              title: 'Work it out',
              text: 'We fit the model, break it on purpose, and check it against a day it has not seen.',
            },
            {
              title: 'Write it down',
              text:
                'Twelve pages at most, read aloud to whoever has to act on them. Then we answer questions until there are none.',
            },
          ],
        },
        {
          blockType: 'faq',
          label: 'Before you ask',
          heading: 'Questions we are asked',
          questions: [
            {
              question: 'Do you need access to production?',
              answer: paragraphs(
                'To its measurements, yes. To the thing itself only if you want the load put on it, and then one of you presses the button.',
              ),
            },
            {
              question: 'What if you find nothing?',
              answer: paragraphs(
                'Then you have a number that you can plan with, which most people do not. It has happened twice.',
              ),
            },
            {
              question: 'Will you sell us what you recommend?',
              answer: paragraphs('No. We sell no software, no hosting and no one’s licences.'),
            },
          ],
        },
        {
          blockType: 'latestPosts',
          label: 'From the journal',
          heading: 'On systems under load',
          count: 2,
          category: category('systems-under-load'),
        },
        { blockType: 'enquiryForm', heading: 'Tell us what you are worried about' },
      ],
    },
    {
      title: 'On-call that people can live with',
      slug: 'on-call',
      summary:
        'Fewer pages, better ones, and a rota that nobody dreads. We work with the people who carry the pager until the nights are quiet, and then we leave.',
      weight: 20,
      sections: [
        {
          blockType: 'hero',
          kicker: 'Two months, beside your team',
          heading: 'Nights that nobody dreads',
          summary:
            'A page at three in the morning costs more than the minutes it takes. We make the count of them somebody’s number, and then bring it down.',
          image: picture('interruptions'),
          links: [
            { label: 'Talk about your rota', url: '#enquiry' },
            linkTo('What on-call really costs', 'posts', post('the-price-of-being-woken')),
          ],
        },
        {
          blockType: 'offer',
          label: 'What changes',
          heading: 'What is different afterwards',
          items: [
            {
              title: 'Every page has a reader',
              text:
                'Each alert names who is to act, what they can do within ten minutes, and what happens if they do not. What cannot say so goes.',
            },
            {
              title: 'A rota with slack in it',
              text:
                'Six people at least, a day off after a bad night that nobody has to ask for, and hand-overs that take a quarter of an hour.',
            },
            {
              title: 'A budget of interruptions',
              text:
                'Agreed with whoever owns the roadmap. When it is spent, reliability work comes first, without a meeting about it.',
            },
          ],
        },
        {
          blockType: 'quote',
          text: 'They deleted four alerts in five. The ones that were left, we believed.',
          person: 'Head of platform at a parcel carrier',
        },
        {
          blockType: 'proof',
          label: 'So far',
          stats: [
            { value: '−78 %', label: 'pages per week, median after two months', source: '14 teams, 2021–2026' },
            {
              value: '11 min',
              label: 'median time until somebody knew what was wrong, from 34',
              source: '14 teams, 2021–2026',
            },
          ],
        },
        {
          blockType: 'relatedPosts',
          label: 'From the journal',
          heading: 'On quiet nights',
          posts: [
            post('the-price-of-being-woken'),
            post('every-label-is-a-multiplication'),
            post('expiry-is-a-scheduled-outage'),
          ],
        },
        { blockType: 'enquiryForm' },
      ],
    },
    {
      title: 'Cryptographic inventory',
      slug: 'cryptographic-inventory',
      summary:
        'Where your systems use which cryptography, for how long it has to hold, and in which order it has to be replaced. The migration is easy to plan once the list exists.',
      weight: 10,
      sections: [
        {
          blockType: 'hero',
          kicker: 'Six weeks, then yearly',
          heading: 'You cannot replace what you have not counted',
          summary:
            'New algorithms are the small part. The large part is to know where the old ones are, what they protect, and who will have to agree.',
          image: picture('lattice'),
          links: [
            { label: 'Begin the list', url: '#enquiry' },
            linkTo('Why it is an inventory problem', 'posts', post('post-quantum-is-an-inventory-problem')),
          ],
        },
        {
          blockType: 'offer',
          label: 'What you get',
          heading: 'A list that stays true',
          items: [
            {
              title: 'The inventory',
              text:
                'Every protocol, key, certificate and library that makes or checks a promise, with its owner and the years it has to last.',
            },
            {
              title: 'The order',
              text:
                'What has to move first because its secrets outlive its algorithms, and what may wait for a release that comes anyway.',
            },
            {
              title: 'The rehearsal',
              text:
                'One system moved to the end, with everything that went wrong written down, before you promise dates for the rest.',
            },
          ],
        },
        {
          blockType: 'process',
          label: 'How it goes',
          heading: 'Six weeks',
          steps: [
            {
              title: 'Listen on the wire',
              text: 'What is negotiated is what is used. We record handshakes before we read any documentation.',
            },
            {
              title: 'Read the code',
              text: 'Libraries, build files, key stores; and the scripts in the one repository that nobody admits to.',
            },
            {
              title: 'Ask the owners',
              text: 'How long must this stay secret? The answer decides the order, and it is never in the code.',
            },
            { title: 'Move one', text: 'Together, to the end, in production.' },
          ],
        },
        {
          blockType: 'relatedPosts',
          label: 'From the journal',
          heading: 'Read first',
          posts: [post('post-quantum-is-an-inventory-problem'), post('expiry-is-a-scheduled-outage')],
        },
        { blockType: 'enquiryForm' },
      ],
    },
  ]
}
