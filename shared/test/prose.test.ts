import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

it('begins no comment with “What …” or its like, and names the actor', () => {
  expect(sourceFiles().flatMap(unclearComments)).toEqual([])
})

it('lists in docs/glossary.md only paths that exist', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  const paths = [...glossary.matchAll(/`((?:cms|shared|web)\/[^`]*)`/g)].map(([, path]) => path!)
  expect(paths.length).toBeGreaterThan(0)
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
})

/** Returns the source files without generated ones, migrations and the demo content. */
function sourceFiles(): string[] {
  return ['cms/src', 'shared/src', 'tools/src', 'web/app', 'web/bench', 'web/modules', 'web/server']
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`),
    )
    .filter(file => /\.(?:css|mjs|tsx?|vue)$/.test(file) && !/payload-types|^cms\/src\/(?:demo|migrations)\//.test(file))
}

/** Returns `file:line: text` for each line of a comment that breaks the rule. */
function unclearComments(file: string): string[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      COMMENT.test(line) && (BEGINNING.test(line) || NO_ACTOR.test(line))
        ? [`${file}:${index + 1}: ${line.trim()}`]
        : [],
    )
}

const COMMENT = /^\s*(?:\/\/|\/?\*)/
const BEGINNING = /^\s*(?:\/\/|\/?\*+) (?:What|Who|Whoever|Of what|Where) |\. (?:What|Whoever|Of what) /
const NO_ACTOR = /\b(?:anew|anybody|everybody|nobody|of late|somebody|whoever)\b/i
