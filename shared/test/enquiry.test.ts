import type { Enquiry } from '../src/enquiry.ts'
import { describe, expect, it } from 'vitest'
import { isReference, looksLikeSpam, newReference, readEnquiry } from '../src/enquiry.ts'

const SENT = {
  name: 'Ines Vold',
  email: 'ines@example.com',
  company: 'Vold & Daughters',
  message: 'We would like to talk about a queue that never empties.',
  page: '/blog/a-queue',
  submission: '0b1e7a52-6f0e-4f0e-9d43-4c9f6f7a1c11',
}

const read = (parts: Record<string, unknown> = {}) => readEnquiry({ ...SENT, ...parts })

it('takes an enquiry as it was written', () => {
  expect(read()).toEqual({ enquiry: SENT, errors: {} })
})

it('does without a company, a page and a submission id', () => {
  expect(read({ company: undefined, page: undefined, submission: undefined })).toEqual({ enquiry: { ...SENT, company: '', page: '', submission: '' }, errors: {} })
})

describe('each field that is wrong', () => {
  it.each<[keyof Enquiry, string, unknown, RegExp]>([
    ['name', 'is missing', undefined, /^Please give your name/],
    ['name', 'is blank', ' \t ', /^Please give your name/],
    ['name', 'is a mark nobody sees', '\u200B\u200D', /^Please give your name/],
    ['name', 'is no text', { $ne: '' }, /^Please give your name/],
    ['name', 'is too long', 'x'.repeat(121), /^Your name has 121 characters\. Please shorten it to 120 or fewer\.$/],
    ['email', 'is missing', '', /^Please give your e-mail address/],
    ['email', 'is too long', `${'x'.repeat(60)}@${'example.'.repeat(25)}com`, /^Your e-mail address has 264 characters/],
    ['company', 'is too long', 'x'.repeat(161), /^The name of your company has 161 characters/],
    ['message', 'is missing', '', /^Please write a message/],
    ['message', 'is very short', 'Call me.', /at least 10 characters\.$/],
    ['message', 'is too long', 'x'.repeat(10_000), /^Your message has 10,000 characters\. Please shorten it to 5,000 or fewer\.$/],
  ])('says so: %s %s', (field, _, value, sentence) => {
    const { errors, enquiry } = read({ [field]: value })
    expect(errors).toEqual({ [field]: expect.stringMatching(sentence) })
    if (typeof value === 'string')
      expect(enquiry[field]).toBe(value.trim())
  })

  it('is told together with the others', () => {
    expect(Object.keys(readEnquiry({}).errors)).toEqual(['name', 'email', 'message'])
  })
})

describe('lengths', () => {
  it('are counted in characters, not in what they are stored as', () => {
    expect(read({ message: '𠮷'.repeat(5000) }).errors).toEqual({})
    expect(read({ message: '𠮷'.repeat(5001) }).errors.message).toContain('5,001')
    expect(read({ message: 'Ärgernisse'.normalize('NFD') }).errors).toEqual({})
  })

  it('may be reached', () => {
    expect(read({ name: 'x'.repeat(120), company: 'x'.repeat(160), message: `${'x'.repeat(4999)}\n` }).errors).toEqual({})
  })

  it('cost no more than a moment, however long the text', () => {
    const begin = performance.now()
    for (const value of ['a'.repeat(200_000), ' '.repeat(200_000), 'a.'.repeat(100_000), `a@${'a.'.repeat(100_000)}`, `a@${'-'.repeat(200_000)}`, '[url '.repeat(40_000), '<a '.repeat(70_000)]) {
      const { enquiry } = readEnquiry({ name: value, email: value, company: value, message: value })
      looksLikeSpam(enquiry)
    }
    expect(performance.now() - begin).toBeLessThan(3000)
  })
})

describe('an e-mail address', () => {
  it.each(['a@b.co', 'first.last+tag@sub.example.museum', 'o\'neill@example.ie', 'jörg@müller.example', '用户@例子.中国', 'x@xn--fsqu00a.xn--0zwm56d', 'x_y-z@1-2.example.org'])('may be %s', (email) => {
    expect(read({ email }).errors).toEqual({})
  })

  it.each([
    'ines',
    'ines@',
    '@example.com',
    'ines@example',
    'ines@@example.com',
    'ines@example..com',
    'ines@-example.com',
    '.ines@example.com',
    'ines.@example.com',
    'in..es@example.com',
    'ines @example.com',
    'ines@example.com, all@example.com',
    'ines@example.com;all@example.com',
    'Ines <ines@example.com>',
    '"ines"@example.com',
    'ines@[127.0.0.1]',
    'ines@example.com\r\nBcc: all@example.com',
    'ines@example.com%0ABcc:all@example.com',
    'mailto:ines@example.com',
    `${'x'.repeat(65)}@example.com`,
  ])('is not %j', (email) => {
    expect(read({ email }).errors).toEqual({ email: expect.stringContaining('like name@example.com') })
  })
})

describe('what nobody can see', () => {
  it('ends no line in a field of one line', () => {
    const { enquiry, errors } = read({ name: 'Ines\r\nBcc: all@example.com\u2028Subject:\tx', company: 'A\0B\u0085C' })
    expect(enquiry).toMatchObject({ name: 'Ines Bcc: all@example.com Subject: x', company: 'AB C' })
    expect(errors).toEqual({})
  })

  it('is taken out of a message, its lines are kept', () => {
    expect(read({ message: ' One,\r\n\r\ntwo\rthree\u0000\u001B[31m\u202Efour\uFEFF\uFFFE\t!\n' }).enquiry.message).toBe('One,\n\ntwo\nthree[31mfour\t!')
  })

  it('is put right where it is half a character', () => {
    expect(read({ name: 'Ines \uD83E' }).enquiry.name).toBe('Ines \uFFFD')
  })

  it('stays where a script needs it', () => {
    const name = 'می\u200Cخواهم 👩\u200D🔧'
    expect(read({ name }).enquiry.name).toBe(name)
  })
})

it('leaves mark-up the text that it is', () => {
  const attack = '"><script>alert(1)</script>{{7*7}}'
  expect(read({ name: attack, message: attack }).enquiry).toMatchObject({ name: attack, message: attack })
})

it.each(['https://evil.example/', '//evil.example', 'blog', '/a b', '/\\evil.example', '/a\r\nX: y', `/${'x'.repeat(501)}`, 7])('does not take %j for a page', (page) => {
  expect(read({ page }).enquiry.page).toBe('')
})

it.each(['x', '0B1E7A52-6F0E-4F0E-9D43-4C9F6F7A1C11', `${SENT.submission}x`, { $ne: null }])('does not take %j for a submission id', (submission) => {
  expect(read({ submission }).enquiry.submission).toBe('')
})

describe('an enquiry is suspect', () => {
  it.each([
    ['with many links', { message: 'See http://a.example and https://b.example and www.c.example and http://www.d.example now' }],
    ['with a link for a name', { name: 'Cheap loans https://a.example' }],
    ['with a link for a company', { company: 'www.a.example' }],
    ['with a link in the mark-up of a forum', { message: 'Buy [url=http://a.example]here[/url], it is cheap' }],
    ['with a link in HTML', { message: 'Buy <a href="http://a.example">here</a>, it is cheap' }],
    ['when it says the same again and again', { message: 'Best rates for you today!\n'.repeat(5) }],
    ['when it has only a few words', { message: 'casino bonus '.repeat(20) }],
    ['when it leans on a key', { message: `Hello ${'a'.repeat(40)}` }],
  ])('%s', (_, parts) => {
    expect(looksLikeSpam({ ...SENT, ...parts })).toBe(true)
  })

  it.each([
    ['an ordinary one', {}],
    ['one with three links', { message: 'Our pages: https://www.a.example/x, https://b.example and www.c.example/y. Can you help?' }],
    ['one in few words', { message: 'Please call me. Please!' }],
    ['one with a rule under its heading', { message: 'Our questions\n=============\nWhat would it cost?' }],
    ['one with code', { message: 'for (let i = 0; i < 10; i++) { f(i) }\n\nWhy is it slow?' }],
    ['one with a list', { message: '- a queue\n- a queue\n- another queue\n- the last queue of all' }],
  ])('but not %s', (_, parts) => {
    expect(looksLikeSpam({ ...SENT, ...parts })).toBe(false)
  })
})

describe('a reference', () => {
  it('can be read out, and is hardly ever the same', () => {
    const references = Array.from({ length: 2000 }, newReference)
    expect(references.every(isReference)).toBe(true)
    expect(new Set(references).size).toBe(2000)
    expect(references.join('')).not.toMatch(/[01ILOU]/)
  })

  it.each(['q7k2-9xwd', 'Q7K29XWD', 'Q7K2-9XWO', 'Q7K2-9XWD\n', '<b>', ['Q7K2-9XWD'], undefined])('is not %j', (value) => {
    expect(isReference(value)).toBe(false)
  })
})
