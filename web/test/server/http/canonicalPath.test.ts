import { describe, expect, it } from 'vitest'
import { canonicalPath, isPageSpelling } from '../../../server/http/canonicalPath'

it.each([
  ['/', '/'],
  ['', '/'],
  ['/blog', '/blog'],
  ['/Blog', '/blog'],
  ['/SERVICES/on-call', '/services/on-call'],
  ['/Enquiry/Thanks', '/enquiry/thanks'],
  ['/%62log', '/blog'],
  ['/%42log', '/blog'],
  ['/blog/', '/blog'],
  ['//blog///a//', '/blog/a'],
  ['/blog/.', '/blog'],
  ['/x/../one', '/one'],
  ['/x/%2E%2e/one', '/one'],
  ['/../../one', '/one'],
  ['/..', '/'],
  ['/blog\\a', '/blog/a'],
  ['/\\evil.example', '/evil.example'],
  ['/%5Cevil.example/', '/%5Cevil.example'],
  ['/a%2Fb', '/a%2Fb'],
  ['/a%2fb', '/a%2Fb'],
  ['/%2F/evil.example', '/%2F/evil.example'],
  ['/blog/page/1', '/blog'],
  ['/blog/Page/1/', '/blog'],
  ['/blog/page/%31', '/blog'],
  ['/blog/page/01', '/blog/page/01'],
  ['/blog/page/2', '/blog/page/2'],
  ['/blog/category/The-Category/page/1', '/blog/category/the-category'],
  ['/authors/ines-vold/page/1', '/authors/ines-vold'],
  ['/about/page/1', '/about/page/1'],
  ['/caf%c3%a9', '/caf%C3%A9'],
  ['/Cafe%CC%81', '/caf%C3%A9'],
  ['/caf\xC3\xA9', '/caf%C3%A9'],
  ['/blog/%E0%A4%A', '/blog/%E0%A4%A'],
  ['/blog/%', '/blog/%'],
  ['/blog/%0D%0AX-Evil:1', '/blog/%0D%0Ax-evil:1'],
  ['/media/0123456789abcdef/A%20Picture.PNG', '/media/0123456789abcdef/A%20Picture.PNG'],
  ['/media/0123456789abcdef/a%2bb%27c.png', '/media/0123456789abcdef/a%2bb%27c.png'],
  ['/media//0123456789abcdef/../a.png', '/media/a.png'],
  ['/API/posts', '/API/posts'],
])('%j is %j', (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical)
})

describe('of any path', () => {
  it('it makes one that stays what it is, with one slash in front and none at the end', () => {
    const random = numbersFrom(20261126)
    const parts = [
      '/',
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '%',
      '%zz',
      '%E0',
      '%C3%A9',
      'é',
      '\xC3\xA9',
      'A',
      'b',
      'page',
      '1',
      'Blog',
      'blog',
      'admin',
      'Media',
      '_x',
      '%00',
      '%0A',
      '%25',
      '41',
      'İ',
      'ΑΣ',
      '%CC%81',
      'K',
      '?',
      '#',
      ';',
      '~',
      '[',
      '"',
    ]
    for (let run = 0; run < 5000; run++) {
      const path = Array.from({ length: 1 + random() % 9 }, () => parts[random() % parts.length]).join('')
      const canonical = canonicalPath(path)
      expect(canonicalPath(canonical), path).toBe(canonical)
      expect(canonical, path).toMatch(/^\/(?![/\\])[\x21-\x7E]*$/)
      expect(canonical.length === 1 || !canonical.endsWith('/'), path).toBe(true)
    }
  })

  it('every letter stays what it became', () => {
    for (let code = 0; code <= 0x10FFFF; code++) {
      const letter = String.fromCodePoint(code)
      if (!letter.isWellFormed() || letter.toLowerCase().normalize('NFC') === letter)
        continue
      const canonical = canonicalPath(`/a${encodeURIComponent(letter)}`)
      if (canonicalPath(canonical) !== canonical)
        expect.fail(`U+${code.toString(16)}: ${canonical} became ${canonicalPath(canonical)}`)
    }
  })

  it('what is spelled as a page is canonical', () => {
    for (const path of ['/', '/blog', '/blog/a-1/b', '/blog/page/2', '/about/page/1'])
      expect([isPageSpelling(path), canonicalPath(path)]).toEqual([true, path])
    for (const path of ['', '/Blog', '/blog/', '//', '/blog/page/1', '/a.b', '/%62'])
      expect(isPageSpelling(path), path).toBe(false)
  })
})

/** The same numbers each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return (value ^ (value >>> 14)) >>> 0
  }
}
