import type { Importer } from '../../integration/content/Importer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleText } from '../../import/articleText.ts'
import { openImporter } from '../../integration/content/Importer.ts'

describe('the command', () => {
  let importer: Importer
  beforeAll(async () => {
    importer = await openImporter()
    // A folder that is given for a file.
    await importer.write('pictures/note.txt', 'A note.')
  })
  afterAll(() => importer.close())

  it('tells of every file, lists the bad ones at the end, and ends with 1', async () => {
    await importer.write('good.md', articleText(undefined, { slug: 'good' }))
    await importer.write('latin.md', new Uint8Array([...new TextEncoder().encode('---\ntitle: '), 0xE9]) as never)
    await importer.write('empty.md', '\n')
    await importer.write('zero.md', 'a\0b')
    await importer.write('huge.md', `${articleText()}${'words\n'.repeat(400_000)}`)
    await importer.write('bom.md', `\uFEFF${articleText(undefined, { slug: 'bom' })}`)
    const { code, stdout, stderr } = await importer.run([
      'import',
      'good.md',
      'latin.md',
      'empty.md',
      'zero.md',
      'huge.md',
      'missing.md',
      'pictures',
      'bom.md',
    ])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      '[1/8] ✗ latin.md: refused, nothing of it was written',
      '    latin.md:1: The file is not in UTF-8. Save it in that encoding.',
      '[2/8] ✗ empty.md: refused, nothing of it was written',
      '    empty.md:1: The file is empty. Write an article in it: docs/article-format.md has an example.',
      '[3/8] ✗ zero.md: refused, nothing of it was written',
      '    zero.md:1: The file is no text. Give a Markdown file.',
      '[4/8] ✗ huge.md: refused, nothing of it was written',
      '    huge.md:1: The file has 2.4 MB; 2 MB fit. Split it, and keep pictures in files of their own.',
      '[5/8] ✗ missing.md: refused, nothing of it was written',
      '    missing.md:1: There is no such file. Check the path.',
      '[6/8] ✗ pictures: refused, nothing of it was written',
      '    pictures:1: This is a folder. Give the files in it, as in folder/*.md.',
      '[7/8] ✓ good.md: created, a draft  /blog/good',
      '    new: category “Systems”, author “Ada”',
      '[8/8] ✓ bom.md: created, a draft  /blog/bom',
      '2 of 8 files imported. Not: latin.md, empty.md, zero.md, huge.md, missing.md, pictures',
      '',
    ])
  }, 60_000)

  it('ends with 0 when all went well, and with 2 when it does not know what to do', async () => {
    expect(await importer.run(['import', 'good.md', '--dry-run'])).toEqual({
      code: 0,
      stdout: '✓ good.md: unchanged (a draft)  /blog/good\nAll of 1 file can be imported; nothing was written.\n',
      stderr: '',
    })
    expect(await importer.run(['import'])).toMatchObject({ code: 2, stderr: 'Say which files to import.\n\n' })
  }, 60_000)
})
