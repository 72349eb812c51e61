import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { RemovedFolders } from '../../../server/storage/RemovedFolders'
import { newFolder } from '../page-cache/page'

/** A folder with files in folders, and a link to a folder beside it. */
function filledFolder(root: string, name: string): string {
  const folder = join(root, name)
  mkdirSync(join(folder, 'blog/2026'), { recursive: true })
  for (let number = 0; number < 300; number++)
    writeFileSync(join(folder, number % 2 ? 'blog' : 'blog/2026', `${number}.html.gz`), 'a page')
  mkdirSync(join(root, 'beside'), { recursive: true })
  writeFileSync(join(root, 'beside/kept'), '')
  symlinkSync('../beside', join(folder, '.previous'))
  return folder
}

it('takes a folder out of sight at once, and its files from the disk, but none that a link leads to', async () => {
  const root = newFolder()
  const removed = new RemovedFolders(join(root, 'removed'))
  for (const name of ['one', 'two']) {
    const folder = filledFolder(root, name)
    removed.add(folder)
    expect(existsSync(folder)).toBe(false)
  }
  removed.add(join(root, 'never there'))
  await expect.poll(() => readdirSync(join(root, 'removed'))).toEqual([])
  expect(readdirSync(root).sort()).toEqual(['beside', 'removed'])
  expect(existsSync(join(root, 'beside/kept'))).toBe(true)
})

it('removes what an earlier run had no time for', async () => {
  const root = newFolder()
  filledFolder(root, 'removed/of an earlier run')
  new RemovedFolders(join(root, 'removed')).open()
  await expect.poll(() => readdirSync(join(root, 'removed'))).toEqual([])
})

it('removes a folder that is added right after it has looked for others', async () => {
  const root = newFolder()
  const removed = new RemovedFolders(join(root, 'removed'))
  removed.open()
  removed.add(filledFolder(root, 'one'))
  await expect.poll(() => readdirSync(join(root, 'removed'))).toEqual([])
})

it('reports what it cannot remove', async () => {
  const report = vi.spyOn(console, 'error').mockReturnValue()
  const root = newFolder()
  mkdirSync(join(root, 'removed'))
  writeFileSync(join(root, 'removed/no folder'), '')
  new RemovedFolders(join(root, 'removed')).open()
  await expect.poll(() => report.mock.calls.flat()).toEqual([expect.stringContaining('could not be removed: ENOTDIR')])
  report.mockRestore()
})
