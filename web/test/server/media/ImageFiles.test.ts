import { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ImageFiles } from '../../../server/media/ImageFiles'
import { newFolder } from '../page-cache/page'

const ASKED = { hash: '0123456789abcdef', name: 'curve.png' }
const PICTURE = { body: Buffer.from('bytes'), ids: ['1', '2'] }
const gone = (tag: string) => ({ last: 1, changes: [{ number: 1, kind: 'gone' as const, tags: [tag] }] })

function opened(folder: string): ImageFiles {
  const files = new ImageFiles(folder)
  files.open()
  return files
}

it('stores an image for later readers, and for the next run', async () => {
  const folder = newFolder()
  const files = opened(folder)
  await files.store(ASKED, PICTURE, files.removals)
  expect(await files.read(ASKED)).toEqual(PICTURE.body)
  expect(await opened(folder).read(ASKED)).toEqual(PICTURE.body)
  expect(await files.read({ ...ASKED, name: 'other.png' })).toBeUndefined()
})

it.each(['media:1', 'media:2'])('forgets an image when %s is deleted, in the next run, too', async (tag) => {
  const folder = newFolder()
  const before = opened(folder)
  await before.store(ASKED, PICTURE, before.removals)
  const files = opened(folder)
  files.onChanges({ ...gone('media:3') })
  expect(await files.read(ASKED)).toEqual(PICTURE.body)
  files.onChanges(gone(tag))
  expect(await files.read(ASKED)).toBeUndefined()
  expect(existsSync(join(folder, ASKED.hash))).toBe(false)
})

it('forgets everything when it cannot be told what was deleted', async () => {
  const files = opened(newFolder())
  await files.store(ASKED, PICTURE, files.removals)
  files.onChanges({ last: 9, changes: [], reset: true })
  expect(await files.read(ASKED)).toBeUndefined()
})

it('does not store what may have been deleted while it was fetched', async () => {
  const files = opened(newFolder())
  const removals = files.removals
  files.onChanges(gone('media:1'))
  await files.store(ASKED, PICTURE, removals)
  expect(await files.read(ASKED)).toBeUndefined()
})
