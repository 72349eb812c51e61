import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fingerprint, makeOnce } from '../src/fingerprint.ts'

// `npm test` holds the real one.
vi.mock('../src/lock.ts')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masthead-fingerprint-'))
  mkdirSync(join(folder, 'app/src'), { recursive: true })
  writeFileSync(join(folder, 'app/src/page.ts'), 'one')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('fingerprint', () => {
  it('changes with the content of a source, and with its name', () => {
    const first = fingerprint(['app'], folder)
    writeFileSync(join(folder, 'app/src/page.ts'), 'two')
    const second = fingerprint(['app'], folder)
    writeFileSync(join(folder, 'app/src/other.ts'), '')
    expect(new Set([first, second, fingerprint(['app'], folder)]).size).toBe(3)
  })

  it.for(['node_modules/x.js', '.next/x.js', 'test/x.ts', 'README.md', 'next-env.d.ts'])(
    'does not see %s, which no build reads',
    (path) => {
      const first = fingerprint(['app'], folder)
      mkdirSync(join(folder, 'app', path, '..'), { recursive: true })
      writeFileSync(join(folder, 'app', path), '')
      expect(fingerprint(['app'], folder)).toBe(first)
    },
  )
})

describe('makeOnce', () => {
  const made: string[] = []
  const make = (name: string) => async () => {
    made.push(name)
  }

  it('makes again only what has changed or was not finished', async () => {
    const stamp = join(folder, 'stamp')
    await makeOnce(stamp, 'a', make('first'))
    await makeOnce(stamp, 'a', make('not again'))
    await makeOnce(stamp, 'b', make('changed'))
    await expect(makeOnce(stamp, 'c', () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect(existsSync(stamp)).toBe(false)
    await makeOnce(stamp, 'b', make('after a failure'))
    expect(made).toEqual(['first', 'changed', 'after a failure'])
  })
})
