import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const file = join(import.meta.dirname, '../../src/app/(payload)/admin/importMap.js')
const imports = [...readFileSync(file, 'utf8').matchAll(/^import \{ (\w+) as \w+ \} from '([^']+)'$/gm)]
  .map(([, name, path]) => ({ name: name!, path: path! }))
const own = imports.filter(({ path }) => path.startsWith('.'))
const others = imports.filter(({ path }) => !path.startsWith('.'))

it('imports components of the admin and of packages', () => {
  expect([own.length > 10, others.length > 10]).toEqual([true, true])
})

it.each(own)('finds $name in $path', ({ name, path }) => {
  const source = readFileSync(join(dirname(file), path), 'utf8')
  expect(source).toMatch(new RegExp(String.raw`^export (?:async )?(?:function|const|class) ${name}\b`, 'm'))
})

it.each(others)('finds the package of $name, $path', ({ path }) => {
  expect(() => createRequire(file).resolve(path)).not.toThrow()
})
