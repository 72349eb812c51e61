import { readEnquiry } from '@masthead/shared/enquiry'
import { expect, it } from 'vitest'
import EnquirySection from '../../app/components/EnquirySection.vue'
import EnquiryThanks from '../../app/components/EnquiryThanks.vue'
import { enquiry } from '../fixtures'
import { render, words } from '../render'

const draw = (props: object = {}) => render(EnquirySection, { words: enquiry, page: '/blog/a', ...props })

it('draws its words, then a form with a label for each field', async () => {
  const html = await draw()
  expect(words(html)).toBe(
    'Begin Tell us What holds you up? An answer in two days No newsletter 14 engineers Source: our payroll 9 y in business Name E-mail Company (optional) Message Leave this empty Send the enquiry',
  )
  for (const [, id] of html.matchAll(/<label for="([^"]*)"/g)) {
    expect(html.match(new RegExp(`<(?:input|textarea)[^>]* id="${id}"|<(?:input|textarea) id="${id}"`, 'g')), id)
      .toHaveLength(1)
  }
  expect([...html.matchAll(/autocomplete="([^"]*)"/g)].map(([, value]) => value)).toEqual([
    'name',
    'email',
    'organization',
    'off',
  ])
})

it('is sent to one place, with the page it stands on and an id of its own', async () => {
  const html = await draw()
  expect(html).toContain('method="post" action="/enquiry"')
  expect(html).toContain('name="page" value="/blog/a"')
  const id = (html: string) => /name="submission" value="([^"]*)"/.exec(html)![1]
  expect(id(html)).toMatch(/^[\da-f-]{36}$/)
  expect(id(await draw())).not.toBe(id(html))
})

it('hides the honeypot from everybody', async () => {
  expect(await draw()).toMatch(
    /<div class="enquiry-form__trap" aria-hidden="true">.*?<input[^>]*name="topic"[^>]*tabindex="-1"/s,
  )
})

it('does without everything that may be missing', async () => {
  const html = await draw({ words: { heading: 'Write to us', thanks: '' } })
  expect(words(html)).toMatch(/^Write to us Name/)
  expect(html).not.toMatch(/<(?:p|ul|dl)[^>]*>\s*<\//)
})

it('shows again what was typed, and says beside each field what is wrong with it', async () => {
  const reading = readEnquiry({
    name: 'Ines',
    email: 'ines',
    company: 'Vold',
    message: 'Short\nly',
    page: '/services/x',
    submission: '0b1e7a52-6f0e-4f0e-9d43-4c9f6f7a1c11',
  })
  const html = await draw({ attempt: { ...reading, status: 422 } })
  expect(html).toContain('value="Ines"')
  expect(html).toContain('value="ines"')
  expect(html).toContain('value="Vold"')
  expect(html).toContain('>Short\nly</textarea>')
  expect(html).toContain('name="page" value="/services/x"')
  expect(html).toContain('value="0b1e7a52-6f0e-4f0e-9d43-4c9f6f7a1c11"')
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(2)
  for (const [, id] of html.matchAll(/aria-describedby="([^"]*)"/g))
    expect(html).toContain(`<p id="${id}" class="enquiry-field__error">`)
  for (const [, id] of html.matchAll(/<a href="#([^"]*)"/g))
    expect(html).toMatch(new RegExp(`<(?:input|textarea)[^>]* id="${id}"`))
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus/)
})

it.each([
  [429, 'That was a lot at once'],
  [503, 'We cannot take your enquiry just now'],
])('says why it was not taken (%i)', async (status, title) => {
  const reading = readEnquiry({ name: 'Ines', email: 'ines@example.com', message: 'A message that is long enough.' })
  const html = await draw({ attempt: { ...reading, status } })
  expect(words(html)).toContain(title)
  expect(html).toContain('A message that is long enough.</textarea>')
  expect(html).not.toContain('aria-invalid')
})

it('takes no text for mark-up', async () => {
  const attack = '"></textarea><script>alert(1)</script>'
  const reading = readEnquiry({
    name: attack,
    email: attack,
    company: attack,
    message: attack,
    page: `/${attack}`,
    submission: attack,
  })
  const html = await draw({
    attempt: { ...reading, status: 422 },
    words: { ...enquiry, kicker: attack, heading: attack, text: attack },
  })
  expect(html).not.toContain('<script')
  expect(html.match(/<\/textarea>/g)).toHaveLength(1)
})

it('thanks with a reference, or without one', async () => {
  expect(words(await render(EnquiryThanks, { thanks: 'We will write.', reference: 'Q7K2-9XWD' }))).toContain(
    'Your enquiry has been sent We will write. Your reference Q7K2-9XWD',
  )
  expect(words(await render(EnquiryThanks, { thanks: 'We will write.' }))).toBe(
    'Your enquiry has been sent We will write. All articles',
  )
})
