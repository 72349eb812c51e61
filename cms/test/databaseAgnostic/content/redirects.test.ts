import type { Importer } from '../../integration/content/Importer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleText } from '../../import/articleText.ts'
import { openImporter } from '../../integration/content/Importer.ts'

describe('the import of redirects', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
    await importer.import(await importer.write('article.md', articleText(undefined, { slug: 'read-me' })), {
      publish: true,
    })
    await importer.write(
      'mixed.csv',
      [
        'from,to,status',
        '/a,/b',
        '/b,/c?x=1,301',
        '/c,/a,302',
        '"/prices,old",,410',
        '/x,,',
        '/blog/read-me,/b',
        '/a/,/elsewhere',
        '/q,/w,299',
        'https://old.example/%c3%A9/,https://other.example/e,307',
        '',
      ].join('\r\n'),
    )
  }, 120_000)
  afterAll(() => importer.close())

  const refusals = [
    '✗ mixed.csv:4: That would lead in a circle: /c → /a → /b → /c. Lead it elsewhere, or change one of the others first.',
    '✗ mixed.csv:6: The target is missing. Give an address, or the status 410 if nothing replaces the page.',
    expect.stringMatching(
      /^✗ mixed\.csv:7: “\/blog\/read-me” is the page of the post “.+”, which readers would no longer reach\. Unpublish it/,
    ),
    '✗ mixed.csv:8: Line 2 says something else of “/a”. Keep one of the two.',
    '✗ mixed.csv:9: “299” is no status of a redirect. Write 301, 308, 302, 307, 410, or nothing for 301.',
  ]

  it('says beforehand what it would do, and writes nothing', async () => {
    expect((await bring('mixed.csv', { dryRun: true })).split('\n')).toEqual([
      ...refusals,
      '✗ mixed.csv: 4 new, 5 refused. Nothing was written.',
    ])
    expect(await stored()).toEqual([])
  }, 120_000)

  it('brings in the good lines, names the bad ones, and ends with 1', async () => {
    const { code, stdout } = await importer.run(['redirects', 'mixed.csv'])
    const circle
      = '✗ mixed.csv:4: That would lead in a circle: /c → /a → /c. Lead it elsewhere, or change one of the others first.'
    expect([code, ...stdout.split('\n')]).toEqual([
      1,
      circle,
      ...refusals.slice(1),
      '✗ mixed.csv: 4 new, 5 refused.',
      '',
    ])
    expect(await stored()).toEqual([
      '/%C3%A9 307 https://other.example/e',
      '/a 301 /c?x=1',
      '/b 301 /c?x=1',
      '/prices,old 410',
    ])
  }, 120_000)

  it('changes nothing the second time, and what a line now says otherwise', async () => {
    expect(await bring('mixed.csv')).toContain('✗ mixed.csv: 4 unchanged, 5 refused.')
    await importer.write('good.csv', '/a;/b;\n/b;/d;308\n')
    expect(await bring('good.csv')).toBe('✓ good.csv: 1 changed, 1 unchanged.')
    expect(await stored()).toContain('/b 308 /d')
  }, 120_000)

  it('says what is wrong with a file as a whole', async () => {
    await importer.write('open.csv', '/a,/b\n"/c,/d\n')
    expect(await bring('open.csv')).toContain('✗ open.csv:2: A quotation mark is not closed')
    expect(await bring('missing.csv')).toContain('✗ missing.csv:1: There is no such file. Check the path.')
  })

  /** What a person would read about it. */
  async function bring(file: string, { dryRun } = { dryRun: false }): Promise<string> {
    const { importRedirects } = await import('../../../src/import/importRedirects.ts')
    const { describeRedirects } = await import('../../../src/import/describeRedirects.ts')
    return describeRedirects(file, await importRedirects(importer.payload, `${importer.folder}/${file}`, { dryRun }), {
      dryRun,
    })
  }

  async function stored(): Promise<string[]> {
    const redirects = await importer.all('redirects')
    return redirects.map(({ from, status, to }) => [from, status, to].filter(Boolean).join(' ')).sort()
  }
})
