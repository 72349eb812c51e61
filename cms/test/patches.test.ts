import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const { patchedDependencies } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as {
  patchedDependencies: Record<string, string>
}
const readme = readFileSync(join(root, 'patches/README.md'), 'utf8')

describe.for(Object.entries(patchedDependencies))('the patch of %s', ([dependency, path]) => {
  const [, name, version] = /^(.+)@([^@]+)$/.exec(dependency)!

  it('is described: what it mends, where upstream knows of it, its test and its canary', () => {
    const section = readme.split('\n## ').find(section => section.startsWith(`${name} ${version}\n`))
    expect(section, `patches/README.md has no section “${name} ${version}”`).toBeDefined()
    expect(['Mends', 'Upstream', 'Test', 'Canary'].filter(part => !section!.includes(`**${part}**`))).toEqual([])
    const tests = [...section!.matchAll(/`((?:cms|web|tools)\/test\/[^`]+)`/g)].map(([, test]) => test!)
    expect(tests.filter(test => !existsSync(join(root, test)))).toEqual([])
  })

  it('is of the version that is installed', () => {
    expect(
      installed(name!).version,
      `${name} has another version: see whether it still needs what patches/README.md says, and adapt the patch or delete it`,
    ).toBe(version)
    expect(existsSync(join(root, path))).toBe(true)
  })
})

it('no patch is left that nothing applies', () => {
  expect(
    readdirSync(join(root, 'patches')).filter(file => file.endsWith('.patch')).map(file => `patches/${file}`).sort(),
  )
    .toEqual(Object.values(patchedDependencies).sort())
})

describe.for(['@payloadcms/ui', '@payloadcms/richtext-lexical'])('the readable files of %s', (name) => {
  const { folder } = installed(name)
  const client = join(folder, 'dist/exports/client')

  it('export all that the bundle exports', () => {
    expect(exportsOf(join(client, 'unbundled.js'))).toEqual(expect.arrayContaining(exportsOf(join(client, 'index.js'))))
  })

  it('never import the bundle, whose React contexts are others', () => {
    const importing = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.js') && !file.endsWith('.spec.js') && !file.startsWith('exports/client/'))
      .filter(file => /from '[./]*exports\/client\/index\.js'/.test(readFileSync(join(folder, 'dist', file), 'utf8')))
    expect(importing).toEqual([])
  })
})

function installed(name: string): { folder: string, version: string } {
  // Not all packages export their package.json.
  const folder
    = createRequire(import.meta.url).resolve.paths(name)!.map(path => join(path, name)).find(path =>
      existsSync(join(path, 'package.json')),
    )
    ?? storeFolder(name)
  return {
    folder,
    version: (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version,
  }
}

/** The folder of a package that only other packages depend on. */
function storeFolder(name: string): string {
  const store = join(root, 'node_modules/.pnpm')
  const entry = readdirSync(store).find(entry => entry.startsWith(`${name.replace('/', '+')}@`))
  return join(store, entry!, 'node_modules', name)
}

/** The names that a file exports. */
function exportsOf(file: string): string[] {
  const lists = [...readFileSync(file, 'utf8').matchAll(/export\s*\{([^}]*)\}|export \* as (\w+)/g)]
  return lists.flatMap(([, list, namespace]) =>
    namespace ?? list!.split(',').map(entry => entry.trim().split(/\s+as\s+/).at(-1)!),
  ).filter(Boolean).sort()
}
