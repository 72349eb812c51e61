import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const text = readFileSync(join(root, 'docs/security-asvs.md'), 'utf8')
const required = new Map(
  readFileSync(join(import.meta.dirname, 'asvs.txt'), 'utf8').split('\n').filter(line => /^\d/.test(line)).map(line =>
    line.split(' ') as [string, string],
  ),
)

const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| (.+) \| (.+) \| (.+) \|$/gm)].map((
  [, number, level, , how, test],
) => ({ number: number!, level: level!, how: how!, test: test! }))
const [, excluded = ''] = /## What does not apply\n([\s\S]*?)\n## /.exec(text) ?? []
const notApplying = [...excluded.matchAll(/\d+\.\d+\.\d+/g)].map(([number]) => number)

describe('docs/security-asvs.md', () => {
  it('has every requirement of the levels 1 and 2, once, and no other', () => {
    expect([...rows.map(({ number }) => number), ...notApplying].sort()).toEqual([...required.keys()].sort())
  })

  it('gives each its level', () => {
    expect(rows.filter(({ number, level }) => required.get(number) !== level)).toEqual([])
  })
})

describe.for(readdirSync(join(root, 'docs')).filter(name => name.startsWith('security')))('docs/%s', (name) => {
  it('names tests that there are', () => {
    const named = [...readFileSync(join(root, 'docs', name), 'utf8').matchAll(/`([\w./-]+\.test\.ts)`/g)].map((
      [, path],
    ) => path!)
    const isThere = (path: string) =>
      ['', 'cms/test/integration', 'cms/test/databaseAgnostic'].some(folder => existsSync(join(root, folder, path)))
    expect(named.filter(path => !isThere(path))).toEqual([])
  })
})
